namespace WorkflowHost.Data.Tests.Databases;

/// <summary>One kind of database that contract tests run on.</summary>
public interface IDatabases
{
    Task<TestDatabase> CreateAsync();

    /// <summary>Tables without migrations, straight from the model.</summary>
    Task<TestDatabase> CreateFromModelAsync();
}
