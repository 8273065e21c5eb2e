// The JavaScript inside the dialogs of the form.io 5.6 builder (MIT), as functions: see form-evaluator.js. The names are
// the texts form.io asks for, sign by sign; without them some dialogs save properties nobody set (contract formio.md, 5.3).
window.formExpressions = Object.assign(window.formExpressions || {}, {
  "show = data.encrypted;"(scope, result) {
    with (scope) {
      show = data.encrypted;
    }
    return result ? scope[result] : undefined;
  },
  "result = !instance.root.options.sac;"(scope, result) {
    with (scope) {
      result = !instance.root.options.sac;
    }
    return result ? scope[result] : undefined;
  },
  "valid = !data.enableTime && !input ? 'Cannot disable both Date and Time inputs at the same time' : true"(scope, result) {
    with (scope) {
      valid = !data.enableTime && !input ? 'Cannot disable both Date and Time inputs at the same time' : true
    }
    return result ? scope[result] : undefined;
  },
  "if (_.isEmpty(input)) {\n  return true;\n}\nconst dates = _.isArray(input) ?\ninput : input.split(component.delimeter);\nconst isValid = _.every(dates, (data) => \n  !!data.match(/\\d{4}-\\d{2}-\\d{2}/g));\nvalid = isValid || 'Invalid date';"(scope, result) {
    with (scope) {
      if (_.isEmpty(input)) {
        return true;
      }
      const dates = _.isArray(input) ?
      input : input.split(component.delimeter);
      const isValid = _.every(dates, (data) => 
        !!data.match(/\d{4}-\d{2}-\d{2}/g));
      valid = isValid || 'Invalid date';
    }
    return result ? scope[result] : undefined;
  },
  "valid = !data.enableDate && !input ? 'Cannot disable both Date and Time inputs at the same time' : true"(scope, result) {
    with (scope) {
      valid = !data.enableDate && !input ? 'Cannot disable both Date and Time inputs at the same time' : true
    }
    return result ? scope[result] : undefined;
  },
  "if (component.datePicker && component.datePicker.minDate && component.datePicker.minDate.indexOf('moment') !== -1) {\r\n  result = false;\r\n}\r\nelse {\r\n  result = !data.enableMinDateInput;\r\n}"(scope, result) {
    with (scope) {
      if (component.datePicker && component.datePicker.minDate && component.datePicker.minDate.indexOf('moment') !== -1) {
        result = false;
      }
      else {
        result = !data.enableMinDateInput;
      }
    }
    return result ? scope[result] : undefined;
  },
  "if (component.datePicker && component.datePicker.maxDate && component.datePicker.maxDate.indexOf('moment') !== -1) {\r\n  result = false;\r\n}\r\nelse {\r\n  result = !data.enableMaxDateInput;\r\n}"(scope, result) {
    with (scope) {
      if (component.datePicker && component.datePicker.maxDate && component.datePicker.maxDate.indexOf('moment') !== -1) {
        result = false;
      }
      else {
        result = !data.enableMaxDateInput;
      }
    }
    return result ? scope[result] : undefined;
  },
  "value = data.disableAddingRemovingRows;"(scope, result) {
    with (scope) {
      value = data.disableAddingRemovingRows;
    }
    return result ? scope[result] : undefined;
  },
  "show = !!data.form"(scope, result) {
    with (scope) {
      show = !!data.form
    }
    return result ? scope[result] : undefined;
  },
  "value = _.camelCase(row.label);"(scope, result) {
    with (scope) {
      value = _.camelCase(row.label);
    }
    return result ? scope[result] : undefined;
  },
  "var isDateInput = instance.component?.type === 'datetime';\nvar enableInput = data.enableMinDateInput;\nvar allowReset = result[0].component && result[0].component.key === 'enableMinDateInput' && !result[0].flags?.fromSubmission;\nif(((enableInput && isDateInput) || (!enableInput && !isDateInput)) && allowReset) {\n  instance.resetValue()\n}"(scope, result) {
    with (scope) {
      var isDateInput = instance.component?.type === 'datetime';
      var enableInput = data.enableMinDateInput;
      var allowReset = result[0].component && result[0].component.key === 'enableMinDateInput' && !result[0].flags?.fromSubmission;
      if(((enableInput && isDateInput) || (!enableInput && !isDateInput)) && allowReset) {
        instance.resetValue()
      }
    }
    return result ? scope[result] : undefined;
  },
  "var isDateInput = instance.component?.type === 'datetime';\nvar enableInput = data.enableMaxDateInput;\nvar allowReset = result[0].component && result[0].component.key === 'enableMaxDateInput' && !result[0].flags?.fromSubmission;\nif(((enableInput && isDateInput) || (!enableInput && !isDateInput)) && allowReset) {\n  instance.resetValue()\n}"(scope, result) {
    with (scope) {
      var isDateInput = instance.component?.type === 'datetime';
      var enableInput = data.enableMaxDateInput;
      var allowReset = result[0].component && result[0].component.key === 'enableMaxDateInput' && !result[0].flags?.fromSubmission;
      if(((enableInput && isDateInput) || (!enableInput && !isDateInput)) && allowReset) {
        instance.resetValue()
      }
    }
    return result ? scope[result] : undefined;
  },
  "if(instance && instance.dataValue && Array.isArray(instance.dataValue)) {\r\n  const isAllowToAddHeader = instance.dataValue.length < data.numCols;\r\n  const addBtn = _.get(instance, 'refs.addButton[0]', null);\r\n  if(addBtn) {\r\n    isAllowToAddHeader? addBtn.removeAttribute('disabled'):  addBtn.setAttribute('disabled', 'disabled');\r\n  }\r\n}"(scope, result) {
    with (scope) {
      if(instance && instance.dataValue && Array.isArray(instance.dataValue)) {
        const isAllowToAddHeader = instance.dataValue.length < data.numCols;
        const addBtn = _.get(instance, 'refs.addButton[0]', null);
        if(addBtn) {
          isAllowToAddHeader? addBtn.removeAttribute('disabled'):  addBtn.setAttribute('disabled', 'disabled');
        }
      }
    }
    return result ? scope[result] : undefined;
  },
});
