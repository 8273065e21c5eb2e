// form.io compiles the JavaScript inside a form with new Function, which our Content-Security-Policy forbids. This
// evaluator looks each expression up among functions the server wrote into expressions.js (contract formio.md, 5.3).
(() => {
  const compiled = window.formExpressions ?? {};
  const opening = /^\s*(?:var\s+)?(\w+)\s*=\s*true;\s*/;
  const assigning = /^\s*return\s+/;

  // The renderer wraps a condition as "var show = true; CODE; return show;", the core as "show = true; CODE".
  function find(code) {
    const plain = code.trim();
    if (compiled[plain]) return { run: compiled[plain] };
    const wrapped = opening.exec(code);
    if (wrapped) {
      const result = wrapped[1];
      const inner = code.slice(wrapped[0].length).replace(new RegExp(`;?\\s*return\\s+${result};?\\s*$`), '').trim();
      const run = compiled[inner] ?? compiled[inner.replace(/;\s*$/, '')];
      if (run) return { run, result };
    }
    const run = compiled[plain.replace(assigning, '')];
    return run ? { run } : null;
  }

  class PrecompiledEvaluator extends Formio.DefaultEvaluator {
    constructor() {
      super();
      this.noeval = true;
      this.protectedEval = true;
    }

    evaluate(func, args = {}, ret = '', interpolate = false, context = {}, options = {}) {
      if (typeof func === 'function') {
        return Array.isArray(args) ? func.apply(context, args) : func.call(context, args);
      }
      if (typeof func !== 'string') return super.evaluate(func, args, ret, interpolate, context, options);

      const found = find(func);
      if (!found) {
        if (func.trim()) console.warn('This expression was not prepared by the server:', func);
        return null;
      }
      const result = found.result ?? ret;
      const scope = Object.assign({}, args);
      if (!scope.form && scope.instance?.root) scope.form = scope.instance.root._form ?? {};
      if (found.result) scope[result] = true;
      else if (result && !(result in scope)) scope[result] = undefined;
      try {
        return found.run.call(context, scope, result);
      } catch (error) {
        console.warn(`The expression of ${args.component?.key ?? 'a component'} failed:`, error);
        return null;
      }
    }
  }

  Formio.use({ evaluator: new PrecompiledEvaluator() });
})();
