namespace WorkflowHost.Engine.Activities;

/// <summary>The activities every Elsa 3.8 server has (elsa-semantics 6), as far as the engine runs them.</summary>
internal static class BuiltInActivities
{
    public static IEnumerable<ActivityType> All() =>
    [
        new WorkflowActivity(), new Flowchart(), new Sequence(), new Parallel(), new Fork(), new FlowNode(), new StateMachine(),
        NotFoundActivity.Instance,
        new Start(), new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(), new If(), new Switch(),
        new While(), new For(), new ForEach(), new ParallelForEach(),
        new End(), new Break(), new Complete(), new Finish(), new Fault(),
        new SetVariable(), new SetOutput(), new Correlate(), new SetName(), new WriteLineActivity(), new RunJavaScript(), new Inline(),
        new RunTaskActivity(), new EventActivity(), new PublishEventActivity(),
        new Delay(), new StartAt(), new Timer(), new CronActivity(),
        new DispatchWorkflowActivity(), new ExecuteWorkflowActivity(), new BulkDispatchWorkflows(),
        new HttpEndpoint(), new WriteHttpResponse(), new SendHttpRequest(), new FlowSendHttpRequest(),
    ];
}
