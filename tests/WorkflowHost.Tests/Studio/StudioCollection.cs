namespace WorkflowHost.Tests.Studio;

/// <summary>One host for all tests of the Studio API: starting it imports the whole content.</summary>
[CollectionDefinition(Name)]
public sealed class StudioCollection : ICollectionFixture<StudioHost>
{
    public const string Name = "studio";
}
