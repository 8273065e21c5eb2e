using Microsoft.Playwright;

namespace WorkflowHost.Browser.Changes;

/// <summary>What every change relies on: people work while the plan is changed.</summary>
[Collection(WaveCollection.Name)]
public sealed class TheWaveGoesOn(Wave wave)
{
    [Fact]
    public async Task Families_of_the_wave_wait_for_the_nurse()
    {
        await using var nurse = await wave.VisitAsync("enfermeria");

        await nurse.OpenTaskAsync("Delaola");

        await Assertions.Expect(nurse.Field("temperatura").First).ToBeVisibleAsync();
    }
}
