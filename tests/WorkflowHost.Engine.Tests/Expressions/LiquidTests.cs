using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Expressions;

/// <summary>Liquid message texts: what Elsa documents of it, and its bounds.</summary>
public sealed class LiquidTests
{
    [Theory]
    [InlineData("Hola {{ Variables.Name }}", "Hola Ana & Co")]
    [InlineData("{{ Variables['Two words'] }}", "2")]
    [InlineData("{{ Variables.Person.address.city | upcase }}", "MEXICALI")]
    [InlineData("{{ Variables.Person.tags[0] }}{{ Variables.Person.tags.last }}{{ Variables.Person.tags.size }}", "ab2")]
    [InlineData("{{ Variables.Nobody.name }}", "")]
    [InlineData("{{ Input.N | plus: 1 }}", "5")]
    [InlineData("{{ CorrelationId }} {{ WorkflowDefinitionId }} {{ WorkflowDefinitionVersion }}", "case-1 chart 1")]
    [InlineData("{{ WorkflowDefinitionVersionId }}{% if WorkflowInstanceId %}!{% endif %}", "chart-v1!")]
    [InlineData("{% if Variables.Two_ == nil and Input.N > 3 %}yes{% else %}no{% endif %}", "yes")]
    [InlineData("{% if false or true and false %}yes{% elsif Input.N == 4 %}four{% else %}no{% endif %}", "four")]
    [InlineData("{% unless Variables.Name contains 'Ana' %}yes{% else %}no{% endunless %}", "no")]
    [InlineData("{% case Input.N %}{% when 1, 2 %}low{% when 3 or 4 %}high{% else %}none{% endcase %}", "high")]
    [InlineData("{% for t in Variables.Person.tags %}{{ forloop.index }}{{ t }}{% unless forloop.last %},{% endunless %}{% endfor %}", "1a,2b")]
    [InlineData("{% for i in (1..5) limit: 3 offset: 1 reversed %}{{ i }}{% endfor %}", "432")]
    [InlineData("{% for i in (1..9) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}", "13")]
    [InlineData("{% for x in Variables.Nobody %}a{% else %}none{% endfor %}", "none")]
    [InlineData("{% for p in Variables.Person.address %}{{ p[0] }}={{ p[1] }}{% endfor %}", "city=Mexicali")]
    [InlineData("{% assign a = 'x' | append: 'y' %}{% capture b %}[{{ a }}]{% endcapture %}{{ b }}", "[xy]")]
    [InlineData("{% increment n %}{% increment n %}{% decrement m %}", "01-1")]
    [InlineData("{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}", "aba")]
    [InlineData("a {%- if true -%} b {%- endif -%} c", "abc")]
    [InlineData("{% raw %}{{ x }}{% endraw %}{% comment %} no {{ {% endcomment %}{% # note %}{% echo 'e' %}", "{{ x }}e")]
    [InlineData("{{ 5 | divided_by: 2 }} {{ 5 | divided_by: 2.0 }} {{ 7 | modulo: 4 }} {{ 1 | divided_by: 0 }}", "2 2.5 3 ")]
    [InlineData("{{ 2.345 | round: 2 }} {{ -3 | abs }} {{ 1.2 | ceil }} {{ 1.8 | floor }} {{ 3 | at_most: 2 }}", "2.35 3 2 1 2")]
    [InlineData("{{ 'a,b,c' | split: ',' | reverse | join: '-' }}", "c-b-a")]
    [InlineData("{{ 'b a B' | split: ' ' | sort_natural | uniq | first }}", "a")]
    [InlineData("{{ Variables.People | where: 'ok', true | map: 'name' | join: ', ' }}", "Ana, Eva")]
    [InlineData("{{ Variables.People | sum: 'age' }} {{ Variables.People | sort: 'age' | map: 'name' | first }}", "60 Luz")]
    [InlineData("{{ 'Hello there' | truncate: 8 }} {{ 'one two three' | truncatewords: 2 }}", "Hello... one two...")]
    [InlineData("{{ 'a-b-a' | replace: 'a', 'x' }} {{ 'a-a' | replace_first: 'a', 'x' }} {{ 'a-a' | remove_last: 'a' }}", "x-b-x x-a a-")]
    [InlineData("{{ 'héllo wörld' | capitalize }} {{ ' x ' | strip }} {{ 'abcdef' | slice: 1, 3 }} {{ 'abc' | slice: -1 }}", "Héllo wörld x bcd c")]
    [InlineData("{{ 'ñ' | base64 }} {{ Variables.Person | keys | join: ' ' }}", "w7E= address tags")]
    [InlineData("{{ Variables.Person.tags | json }} {{ nil | json }} {{ '' | default: 'none' }}", "[\"a\",\"b\"] null none")]
    [InlineData("{{ '2026-03-01T10:05:09Z' | date: '%Y/%m/%d %H:%M %-d %b %A %j' }}", "2026/03/01 10:05 1 Mar Sunday 060")]
    [InlineData("{{ 'now' | date: '%F %T' }}", "2026-03-02 08:00:00")]
    [InlineData("{{ 'x' | no_such_filter: 1, y: 2 }}", "x")]
    [InlineData("{{ true }} {{ nil }} {{ 1 == 1 }} {{ Variables.Person }}", "true   ")]
    [InlineData("{{ 'a@b c' | url_encode }} {{ '<b>' | escape }} {{ '<i>x</i>' | strip_html }}", "a%40b+c &lt;b&gt; x")]
    public void Templates_render_as_Liquid_does(string template, string expected) => Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ ", "\nA value was expected at (1:3)\nSource:\n{{ \n")]
    [InlineData("{% if %}", "\nInvalid 'if' tag at (1:6)\nSource:\n{% if %}\n")]
    [InlineData("line\n{% nope %}", "\nUnknown tag 'nope' at (2:8)\nSource:\n{% nope %}\n")]
    [InlineData("{{ a | }}", "\nAn identifier was expected after the '|' sign at (1:7)\nSource:\n{{ a | }}\n")]
    public void A_template_that_cannot_be_read_gives_the_message(string template, string message) => Render(template).ShouldBe(message);

    [Theory]
    [InlineData("{% if a %}x")]
    [InlineData("{% for x in y %}")]
    [InlineData("{% endif %}")]
    [InlineData("{{ a.b. }}")]
    [InlineData("{{ (1..) }}")]
    [InlineData("{% assign = 3 %}")]
    [InlineData("{% capture %}{% endcapture %}")]
    [InlineData("{{ 'open }}")]
    [InlineData("{% raw %}")]
    [InlineData("{%")]
    [InlineData("{{")]
    public void Broken_templates_never_throw(string template) => Render(template).ShouldContain(" at (1:");

    [Theory]
    [InlineData("{% for i in (1..99999) %}{% for j in (1..99999) %}{% endfor %}{% endfor %}")]
    [InlineData("{% for i in (1..999999999) %}x{% endfor %}")]
    [InlineData("{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}")]
    [InlineData("{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}")]
    [InlineData("{% assign a = '1,2' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}")]
    [InlineData("{% assign a = 'aaaaaaaaaa' %}{% for i in (1..60) %}{% assign a = a | replace: 'a', a %}{% endfor %}")]
    public void A_template_that_would_run_away_faults_with_a_limit(string template) =>
        Start(template, EngineOptions.ProfileS).State.Incidents.Single().Exception!.InnerException!.Type.ShouldBe("Limit");

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash()
    {
        Render(string.Concat(Enumerable.Repeat("{% if true %}", 20_000))).ShouldContain("nested too deep");
        Render("{{ a" + string.Concat(Enumerable.Repeat("[a", 20_000)) + " }}").ShouldContain("nested too deep");
        Render("{{ 1" + string.Concat(Enumerable.Repeat(" | plus: 1", 20_000)) + " }}").ShouldContain("Too many filters");
        Render("{% if a" + string.Concat(Enumerable.Repeat(" and a", 20_000)) + " %}{% endif %}").ShouldContain("too long");
    }

    [Fact]
    public void Files_types_and_members_of_the_host_cannot_be_reached()
    {
        Render("{% include 'x' %}").ShouldContain("Unknown tag");
        Render("{{ Variables.Name.GetType }}{{ Variables.GetType }}{{ Configuration.Database }}{{ Variables.Person.Count }}").ShouldBe("");
    }

    [Fact]
    public void Profile_S_encodes_for_HTML_and_raw_does_not()
    {
        Render("{{ Variables.Name }} {{ Variables.Name | raw }}", EngineOptions.ProfileS).ShouldBe("Ana &amp; Co Ana & Co");
        Render("{% capture c %}{{ Variables.Name }}{% endcapture %}{{ c }}", EngineOptions.ProfileS).ShouldBe("Ana &amp; Co");
    }

    [Fact]
    public void The_culture_is_the_hosts_choice()
    {
        var spanish = EngineOptions.ProfileL with { Culture = System.Globalization.CultureInfo.GetCultureInfo("es-MX") };

        Render("{{ '2026-03-01T10:05:09Z' | date: '%A %B' }}", spanish).ShouldBe("domingo marzo");
    }

    private static string Render(string template, EngineOptions? options = null) =>
        Start(template, options ?? EngineOptions.ProfileL).Host.Lines.Single();

    private static Scenario Start(string template, EngineOptions options)
    {
        var line = Chart.Activity("Elsa.WriteLine", "w", ("text", new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "Liquid", ["value"] = template },
        }));
        var chart = Chart.Of("w").With(line)
            .Var(Chart.Variable("Name", "String", "Ana & Co"))
            .Var(Chart.Variable("Two words", "Int32", "2"))
            .Var(Chart.Variable("Person", "JsonObject", """{"address":{"city":"Mexicali"},"tags":["a","b"]}"""))
            .Var(Chart.Variable("People", "JsonArray", """[{"name":"Ana","ok":true,"age":30},{"name":"Luz","age":10},{"name":"Eva","ok":true,"age":20}]"""));
        return Scenario.Start(chart, options, new StartWorkflow { Input = new JsonObject { ["N"] = 4 }, CorrelationId = "case-1" });
    }
}
