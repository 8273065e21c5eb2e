using WorkflowHost.Features.Workflows;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWorkflows();
var app = builder.Build();
app.UseStaticFiles();
app.MapControllers();
app.MapWorkflows();
app.Run();
