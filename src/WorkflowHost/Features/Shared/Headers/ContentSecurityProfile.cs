namespace WorkflowHost.Features.Shared.Headers;

/// <summary>How much a page may do in the browser. No profile lets anything from another host in.</summary>
public enum ContentSecurityProfile
{
    /// <summary>Plain pages: own scripts and own style sheets.</summary>
    Page,

    /// <summary>Pages with the form.io renderer: it sets style attributes and draws images from data.</summary>
    Form,

    /// <summary>As <see cref="Form"/>, shown inside a page of this host: the preview beside the builder.</summary>
    Preview,

    /// <summary>The form.io builder: its code editor adds style elements and runs workers from blobs.</summary>
    Builder,
}
