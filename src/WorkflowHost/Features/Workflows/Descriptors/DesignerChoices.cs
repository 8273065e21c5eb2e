namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>The fixed lists behind Studio's pickers. The first of each strategy list is shown as the default.</summary>
public static class DesignerChoices
{
    private const string Core = ", Elsa.Workflows.Core";
    private const string Runtime = ", Elsa.Workflows.Runtime";

    /// <summary>JavaScript comes first of the browsable ones: new switch cases take the first.</summary>
    public static IReadOnlyList<ExpressionDescriptor> Expressions { get; } =
    [
        new("Literal", "Texto", true, false, Language(null)),
        new("Object", "Objeto", true, false, Language("json")),
        new("Json", "JSON", true, false, Language("json")),
        new("Delegate", "Delegado", false, false, Language(null)),
        new("JavaScript", "JavaScript", true, true, Language("javascript")),
        new("Liquid", "Liquid", true, true, Language("liquid")),
        new("Variable", "Variable", true, true, Language(null)),
        new("Input", "Entrada", true, true, Language(null)),
    ];

    public static IReadOnlyList<StrategyDescriptor> Activation { get; } =
    [
        new("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy" + Core, "Siempre", "Se puede iniciar cuantas veces se quiera."),
        new("Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy" + Runtime, "Una sola", "Solo una ejecución en curso."),
        new("Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy" + Runtime, "Correlación",
            "Una ejecución en curso por correlación, de cualquier proceso."),
        new("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy" + Runtime, "Una por correlación",
            "Una ejecución en curso de este proceso por correlación."),
    ];

    public static IReadOnlyList<StrategyDescriptor> Incident { get; } =
    [
        new("Elsa.Workflows.IncidentStrategies.FaultStrategy" + Core, "Detener", "Un error detiene la ejecución."),
        new("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy" + Core, "Continuar", "Un error se anota y lo demás sigue."),
    ];

    public static IReadOnlyList<StrategyDescriptor> LogPersistence { get; } =
    [
        new("Elsa.Workflows.LogPersistence.Strategies.Inherit" + Core, "Heredar", "Como el contenedor."),
        new("Elsa.Workflows.LogPersistence.Strategies.Include" + Core, "Guardar", "Los valores quedan en la bitácora."),
        new("Elsa.Workflows.LogPersistence.Strategies.Exclude" + Core, "No guardar", "Los valores no quedan en la bitácora."),
    ];

    private static readonly CommitStrategyDescriptor Usual =
        new("Default", "Al llegar a una espera", "Todo lo que ocurre entre dos esperas se guarda junto.");

    // Elsa's names are offered so that a definition keeps its choice; here all of them mean the first, see CommitStrategies.
    private const string OneCommit = "Aquí todo lo que ocurre entre dos esperas se guarda junto; la elección se conserva para Elsa.";

    public static IReadOnlyList<CommitStrategyDescriptor> CommitOfWorkflows { get; } =
    [
        Usual,
        new("WorkflowExecuting", "Al empezar el proceso", OneCommit), new("WorkflowExecuted", "Al terminar el proceso", OneCommit),
        new("ActivityExecuting", "Antes de cada paso", OneCommit), new("ActivityExecuted", "Después de cada paso", OneCommit),
    ];

    public static IReadOnlyList<CommitStrategyDescriptor> CommitOfActivities { get; } =
    [
        Usual,
        new("CommitAlways", "Siempre", OneCommit), new("CommitNever", "Nunca", OneCommit),
        new("Executing", "Antes del paso", OneCommit), new("Executed", "Después del paso", OneCommit),
    ];

    public static IReadOnlyList<OutputConverterDescriptor> OutputConverters { get; } =
    [
        new("workflowhost.to-text", "Object", "String", "A texto", "El valor escrito como texto."),
        new("workflowhost.to-number", "Object", "Double", "A número", "El texto leído como número."),
        new("workflowhost.parse-json", "String", "Object", "Leer JSON", "El texto leído como JSON."),
        new("workflowhost.count", "Object", "Int32", "Contar", "Cuántos elementos tiene la lista."),
        new("workflowhost.first", "Object", "Object", "El primero", "El primer elemento de la lista."),
    ];

    public static IReadOnlyList<StorageDriverDescriptor> Storage { get; } =
    [
        new("Elsa.Workflows.WorkflowInstanceStorageDriver" + Core, "Ejecución (sobrevive a las esperas)", 5, false),
        new("Elsa.Workflows.MemoryStorageDriver" + Core, "Memoria (se pierde al esperar)", 0, false),
        new("Elsa.Workflows.Services.WorkflowStorageDriver" + Core, "Ejecución (nombre antiguo)", -1, true),
    ];

    public static IReadOnlyList<VariableTypeDescriptor> Variables { get; } =
    [
        Primitive("Object", "Objeto", "Cualquier valor."),
        Primitive("String", "Texto", "Una cadena de texto."),
        Primitive("Boolean", "Sí/No", "Verdadero o falso."),
        Primitive("Int32", "Entero", "Un entero de 32 bits."),
        Primitive("Long", "Entero largo", "Un entero de 64 bits."),
        Primitive("Single", "Decimal simple", "Coma flotante de 32 bits."),
        Primitive("Double", "Decimal doble", "Coma flotante de 64 bits."),
        Primitive("Decimal", "Decimal exacto", "Un número decimal."),
        Primitive("Guid", "Guid", "Un identificador único."),
        Primitive("DateTime", "Fecha y hora", "Una fecha con hora."),
        Primitive("DateTimeOffset", "Instante", "Una fecha con hora y zona."),
        Primitive("TimeSpan", "Duración", "Un lapso de tiempo."),
        new("StringDictionary", "Diccionario de textos", "Lookups", "Claves y valores de texto."),
        new("ObjectDictionary", "Diccionario", "Lookups", "Claves de texto y valores cualesquiera."),
        new("JSON", "JSON", "Dynamic", "Un objeto con acceso por punto."),
        new("JsonElement", "JsonElement", "Dynamic", "Un elemento JSON de solo lectura."),
        new("JsonNode", "JsonNode", "Dynamic", "Un nodo JSON."),
        new("JsonObject", "JsonObject", "Dynamic", "Un objeto JSON."),
        new("ByteArray", "Bytes", "Data", "Una secuencia de bytes."),
        new("Stream", "Stream", "Data", "Un flujo de datos."),
    ];

    private static VariableTypeDescriptor Primitive(string typeName, string name, string description) =>
        new(typeName, name, "Primitives", description);

    private static Dictionary<string, string> Language(string? monaco) =>
        monaco is null ? [] : new Dictionary<string, string> { ["MonacoLanguage"] = monaco };
}
