using WorkflowHost.Commands;
using WorkflowHost.Content;
using WorkflowHost.Delivery;
using WorkflowHost.Features.Access;
using WorkflowHost.Features.Cases;
using WorkflowHost.Features.Forms;
using WorkflowHost.Features.Health;
using WorkflowHost.Features.Inbox;
using WorkflowHost.Features.Indicators;
using WorkflowHost.Features.Publications;
using WorkflowHost.Features.Planning;
using WorkflowHost.Features.Shared;
using WorkflowHost.Features.Sites;
using WorkflowHost.Features.Start;
using WorkflowHost.Features.Tasks;
using WorkflowHost.Features.Translations;
using WorkflowHost.Features.Try;
using WorkflowHost.Features.Webhooks;
using WorkflowHost.Features.Workflows;
using WorkflowHost.Running;
using WorkflowHost.Trials;

if (CommandLine.Handles(args))
    return await CommandLine.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWork(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddWorkers();
builder.Services.AddTrials(builder.Configuration);
builder.Services.AddPortal(builder.Environment);
builder.Services.AddAccess(builder.Environment);
builder.Services.AddInbox().AddTasks().AddStart().AddCases().AddSites().AddIndicators().AddForms().AddTranslations().AddPublications().AddTry().AddPlanPages().AddWebhookPages();
builder.Services.AddWorkflows();
builder.Services.AddHealth();

var app = builder.Build();
await app.Services.GetRequiredService<ContentStart>().RunAsync(app.Lifetime.ApplicationStopping);
await app.WelcomeAsync();
app.UsePortal();
app.MapDelivery();
app.MapWorkflows();
app.MapHealth();
await app.RunAsync();
return 0;
