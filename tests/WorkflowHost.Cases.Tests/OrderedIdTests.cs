namespace WorkflowHost.Cases.Tests;

public sealed class OrderedIdTests
{
    [Fact]
    public void Ids_of_one_instant_sort_in_the_order_they_were_made()
    {
        var at = new DateTimeOffset(2021, 12, 9, 0, 0, 0, TimeSpan.Zero);

        var ids = Enumerable.Range(0, 10_000).Select(_ => OrderedId.Next(at)).ToList();

        ids.ShouldBe(ids.Order());
        ids.Select(id => id.ToString("D").ToUpperInvariant()).ShouldBeInOrder();
        ids.ShouldBeUnique();
        ids[0].Version.ShouldBe(7);
        (ids[0].Variant & 0xC).ShouldBe(8);
        ids[0].ToString()[..13].ShouldBe(Guid.CreateVersion7(at).ToString()[..13]);
    }
}
