using System.Text.Json.Nodes;
using AutoMapper;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Instances;
using WorkflowHost.Features.Workflows.Journal;

namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>From rows and engine records to what Studio reads. Definitions themselves are JSON and are not mapped.</summary>
public sealed class StudioMaps : Profile
{
    public StudioMaps()
    {
        CreateMap<StoredDefinition, WorkflowDefinitionSummary>()
            .ForMember(s => s.IsReadonly, o => o.Ignore())
            .ForMember(s => s.ToolVersion, o => o.Ignore())
            .ForMember(s => s.MaterializerName, o => o.Ignore())
            .ForMember(s => s.IsMaterializerAvailable, o => o.Ignore())
            .ForMember(s => s.Links, o => o.MapFrom(d =>
                DefinitionLinks.OfDefinition(d.DefinitionId, d.Id, true)));
        CreateMap<StoredInstance, WorkflowInstanceSummary>();

        CreateMap<JournalEntry, JournalRecord>(MemberList.Source);
        CreateMap<(StoredInstance Instance, JournalEntry Entry), JournalRecord>(MemberList.None)
            .IncludeMembers(p => p.Entry)
            .ForMember(r => r.Id, o => o.MapFrom(p => $"{p.Instance.Id}-{p.Entry.Sequence}"))
            .ForMember(r => r.WorkflowInstanceId, o => o.MapFrom(p => p.Instance.Id))
            .ForMember(r => r.WorkflowDefinitionId, o => o.MapFrom(p => p.Instance.DefinitionId))
            .ForMember(r => r.WorkflowDefinitionVersionId, o => o.MapFrom(p => p.Instance.DefinitionVersionId))
            .ForMember(r => r.WorkflowVersion, o => o.MapFrom(p => p.Instance.Version))
            .ForMember(r => r.ActivityInstanceId, o => o.MapFrom(p => ExecutionId.Of(p.Instance.Id, p.Entry.ActivityInstanceId)))
            .ForMember(r => r.ParentActivityInstanceId,
                o => o.MapFrom(p => ExecutionId.Of(p.Instance.Id, p.Entry.ParentActivityInstanceId)));

        MapRecord<ActivityExecutionSummary>();
        MapRecord<ActivityExecutionRecord>()
            .ForMember(r => r.SchedulingActivityExecutionId,
                o => o.MapFrom(p => ExecutionId.Of(p.InstanceId, p.Record.SchedulingActivityExecutionId)));
        CreateMap<JsonObject?, JsonObject>().ConvertUsing(o => o == null ? new JsonObject() : (JsonObject)o.DeepClone());
    }

    private IMappingExpression<(string InstanceId, ActivityRecord Record), T> MapRecord<T>()
        where T : ActivityExecutionSummary
    {
        CreateMap<ActivityRecord, T>(MemberList.None);
        return CreateMap<(string InstanceId, ActivityRecord Record), T>(MemberList.None)
            .IncludeMembers(p => p.Record)
            .ForMember(r => r.Id, o => o.MapFrom(p => ExecutionId.Of(p.InstanceId, p.Record.Id)))
            .ForMember(r => r.WorkflowInstanceId, o => o.MapFrom(p => p.InstanceId));
    }
}
