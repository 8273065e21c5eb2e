using Microsoft.Playwright;

namespace WorkflowHost.Browser.Product;

/// <summary>The running product and a browser to look at it with, shared by all stories.</summary>
public sealed class Product : IAsyncLifetime
{
    private readonly ProductServer _server = new();
    private readonly Chromium _chromium = new();

    public async Task InitializeAsync() => await Task.WhenAll(_server.InitializeAsync(), _chromium.InitializeAsync());

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _server.DisposeAsync();
    }

    public bool HasStopped => _server.HasExited;

    /// <summary>What the product printed.</summary>
    public string Output => _server.Output;

    /// <summary>A program that has signed in as the demo account of a role.</summary>
    public Task<Caller> CallAsync(string role) => Caller.SignInAsync(_server, role);

    /// <summary>A person who has signed in as the demo account of a role.</summary>
    public async Task<Visitor> VisitAsync(string role, int width = 1366, int height = 768)
    {
        var visitor = await ComeAsync(width, height);
        await visitor.SignInAsync(role);
        return visitor;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public async Task<Visitor> ComeAsync(int width = 1366, int height = 768)
    {
        var context = await _chromium.VisitorAsync(_server.Address, width, height);
        return new Visitor(await context.NewPageAsync(), _server);
    }
}

[CollectionDefinition(Name)]
public sealed class ProductCollection : ICollectionFixture<Product>
{
    public const string Name = "product";
}
