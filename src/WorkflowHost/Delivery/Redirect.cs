namespace WorkflowHost.Delivery;

/// <summary>The request that follows a redirect, as browsers make it (RFC 9110 15.4).</summary>
internal static class Redirect
{
    /// <summary>Null when the answer is no redirect, or names no place to go.</summary>
    public static HttpRequestMessage? Following(HttpRequestMessage request, OutgoingAnswer answer)
    {
        if (answer.StatusCode is not (301 or 302 or 303 or 307 or 308)
            || !answer.Headers.TryGetValue("Location", out var location)
            || request.RequestUri is not { } from
            || !Uri.TryCreate(from, location, out var to))
            return null;
        var keepsBody = answer.StatusCode is 307 or 308;
        var following = new HttpRequestMessage(keepsBody || request.Method == HttpMethod.Head ? request.Method : HttpMethod.Get, to)
        {
            Content = keepsBody ? request.Content : null,
        };
        // What was meant for one host is nobody else's business.
        var isSameHost = from.Authority == to.Authority && from.Scheme == to.Scheme;
        foreach (var (name, values) in request.Headers)
        {
            if (isSameHost || !name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                following.Headers.TryAddWithoutValidation(name, values);
        }

        return following;
    }
}
