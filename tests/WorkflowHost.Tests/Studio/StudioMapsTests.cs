using AutoMapper;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class StudioMapsTests(StudioHost host)
{
    [Fact]
    public void Every_member_on_the_wire_has_a_source() =>
        host.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();
}
