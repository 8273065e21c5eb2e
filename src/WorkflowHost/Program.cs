using WorkflowHost.Commands;
using WorkflowHost.Content;
using WorkflowHost.Delivery;
using WorkflowHost.Features.Workflows;
using WorkflowHost.Running;

if (CommandLine.Handles(args))
    return await CommandLine.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWork(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddWorkers();
builder.Services.AddWorkflows();

var app = builder.Build();
await app.Services.GetRequiredService<ContentStart>().RunAsync(app.Lifetime.ApplicationStopping);
app.UseStaticFiles();
app.MapControllers();
app.MapDelivery();
app.MapWorkflows();
await app.RunAsync();
return 0;
