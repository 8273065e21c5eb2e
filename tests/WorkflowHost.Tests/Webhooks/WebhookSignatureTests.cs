using System.Text;
using Microsoft.AspNetCore.Http;
using WorkflowHost.Delivery;

namespace WorkflowHost.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    // The published vector of Standard Webhooks.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1614265330;
    private const string Expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");

    [Fact]
    public void The_published_vector_is_signed_as_published() =>
        WebhookSignature.Sign([Secret], Id, Timestamp, Body).ShouldBe(Expected);

    [Theory]
    [InlineData(Expected, true)]
    [InlineData("v1,bm90IHRoaXM= " + Expected, true)]
    [InlineData("v1a," + "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", false)]
    [InlineData("v1,not base64 at all", false)]
    [InlineData("v1", false)]
    [InlineData(",", false)]
    [InlineData("v1,", false)]
    public void Only_a_matching_entry_of_a_known_version_counts(string header, bool genuine) =>
        WebhookSignature.Verify([Secret], Id, Timestamp, Body, header).ShouldBe(genuine);

    [Fact]
    public void During_a_rotation_either_secret_is_accepted()
    {
        var next = WebhookSignature.NewSecret();

        var header = WebhookSignature.Sign([next, Secret], Id, Timestamp, Body);

        WebhookSignature.Verify([Secret], Id, Timestamp, Body, header).ShouldBeTrue();
        WebhookSignature.Verify([next], Id, Timestamp, Body, header).ShouldBeTrue();
        WebhookSignature.Verify([WebhookSignature.NewSecret()], Id, Timestamp, Body, header).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, InboundVerdict.Genuine)]
    [InlineData(300, InboundVerdict.Genuine)]
    [InlineData(-300, InboundVerdict.Genuine)]
    [InlineData(301, InboundVerdict.Stale)]
    [InlineData(-301, InboundVerdict.Stale)]
    public void A_message_is_genuine_only_near_its_time(int secondsLater, InboundVerdict verdict) =>
        Check(Headers(), secondsLater).ShouldBe(verdict);

    [Theory]
    [InlineData("webhook-id", "")]
    [InlineData("webhook-id", "with.dot")]
    [InlineData("webhook-timestamp", "16142653300000")]
    [InlineData("webhook-timestamp", "-1")]
    [InlineData("webhook-signature", "")]
    public void A_header_out_of_form_is_refused_before_anything_is_computed(string name, string value)
    {
        var headers = Headers();
        headers[name] = value;

        Check(headers).ShouldBe(InboundVerdict.Malformed);
    }

    [Fact]
    public void A_repeated_header_is_refused()
    {
        var headers = Headers();
        headers["webhook-id"] = new[] { Id, Id };

        Check(headers).ShouldBe(InboundVerdict.Malformed);
    }

    [Fact]
    public void Another_body_is_refused()
    {
        var verdict = InboundVerification.Check(
            Headers(), "{}"u8, [Secret], DateTimeOffset.FromUnixTimeSeconds(Timestamp), TimeSpan.FromMinutes(5), out _);

        verdict.ShouldBe(InboundVerdict.WrongSignature);
    }

    private static HeaderDictionary Headers() => new()
    {
        ["webhook-id"] = Id,
        ["webhook-timestamp"] = "1614265330",
        ["webhook-signature"] = Expected,
    };

    private static InboundVerdict Check(HeaderDictionary headers, int secondsLater = 0) => InboundVerification.Check(
        headers, Body, [Secret], DateTimeOffset.FromUnixTimeSeconds(Timestamp + secondsLater), TimeSpan.FromMinutes(5), out _);
}
