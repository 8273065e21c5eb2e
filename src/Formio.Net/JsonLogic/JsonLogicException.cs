namespace Formio.JsonLogic;

/// <summary>Logic that cannot be carried out; form.io then takes null as its result.</summary>
internal sealed class JsonLogicException(string message) : Exception(message);
