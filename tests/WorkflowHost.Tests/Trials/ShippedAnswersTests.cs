using Formio;
using Formio.Answers;
using WorkflowHost.Content;

namespace WorkflowHost.Tests.Trials;

/// <summary>Every shipped form can be filled by the machine, and every decision is reached.</summary>
[Collection(ShippedCollection.Name)]
public sealed class ShippedAnswersTests(ShippedContent content)
{
    private const int Seeds = 20;

    [Fact]
    public void All_shipped_forms_are_filled_validly_over_twenty_seeds()
    {
        var unfilled = new List<string>();
        var forms = Forms();
        foreach (var form in forms)
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var answers = Fill(form, seed);
                unfilled.AddRange(answers.Unfilled.Select(field => $"{form.Definition.Key} #{seed} {field.Path}: {field.Rule}: {field.Message}"));
                if (answers.IsValid)
                    new SubmissionProcessor().Process(form, answers.Data, Context).Errors.ShouldBeEmpty(form.Definition.Key);
            }
        }

        forms.Count.ShouldBeGreaterThanOrEqualTo(37);
        unfilled.ShouldBeEmpty();
    }

    [Fact]
    public void Every_option_of_every_decision_is_reached()
    {
        var missed = new List<string>();
        foreach (var form in Forms())
        {
            if (form.Definition.Properties.GetValueOrDefault("decision") is not { } decision
                || form.Components.FirstOrDefault(one => one.Key == decision) is not { } component)
                continue;
            var options = ((System.Text.Json.Nodes.JsonArray)component.Json["values"]!).Select(option => option!["value"]!.ToString());
            var drawn = Enumerable.Range(0, 80).Select(seed => Fill(form, seed).Data[decision]?.ToString()).ToHashSet();
            missed.AddRange(options.Where(option => !drawn.Contains(option)).Select(option => $"{form.Definition.Key}: {option}"));
        }

        missed.ShouldBeEmpty();
    }

    private static SubmissionContext Context { get; } = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana") };

    private List<CompiledForm> Forms() =>
    [
        .. ContentFolder.Read(content.Files).Files.Where(file => file.Kind == ContentKind.Form).Select(file => CompiledForm.Compile(FormDefinition.Parse(file.Json))),
    ];

    private static AnsweredForm Fill(CompiledForm form, long seed) =>
        new FormAnswers(new SubmissionProcessor()).Fill(form, new AnswerRequest { Seed = seed, Context = Context });
}
