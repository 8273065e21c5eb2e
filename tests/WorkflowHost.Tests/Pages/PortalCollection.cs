namespace WorkflowHost.Tests.Pages;

/// <summary>One host for all tests of the pages: starting it imports the whole content.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalHost>
{
    public const string Name = "portal";
}
