using System.Runtime.CompilerServices;

namespace JsExpressions.Values;

/// <summary>
/// Properties in order of insertion. Few are searched in a row, many by a hash table. Any text is a safe key: nothing
/// here is special about names such as <c>__proto__</c>. Hashes are the runtime's randomised ones, so colliding keys
/// cannot be prepared.
/// </summary>
internal struct PropertyMap
{
    private const int LinearLimit = 8;

    private Property[]? _items;
    private int[]? _buckets;
    private int _used;
    private int _deleted;

    public readonly int Count => _used - _deleted;

    /// <summary>Entries to visit, deleted ones (no key) included.</summary>
    public readonly ReadOnlySpan<Property> Items => _items.AsSpan(0, _used);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Property Find(string key)
    {
        if (_buckets is null)
        {
            var items = _items;
            if (items is not null)
            {
                for (var i = 0; i < _used && i < items.Length; i++)
                {
                    ref var item = ref items[i];
                    if (ReferenceEquals(item.Key, key)) return ref item;
                }
                for (var i = 0; i < _used && i < items.Length; i++)
                {
                    ref var item = ref items[i];
                    if (item.Key is { } candidate && candidate.Length == key.Length && candidate.Equals(key, StringComparison.Ordinal)) return ref item;
                }
            }
            return ref Unsafe.NullRef<Property>();
        }
        return ref FindHashed(key);
    }

    private readonly ref Property FindHashed(string key)
    {
        var hash = key.GetHashCode();
        var items = _items!; // buckets exist only beside items
        var buckets = _buckets!;
        for (var i = buckets[hash & (buckets.Length - 1)] - 1; i >= 0; i = items[i].Next)
        {
            ref var item = ref items[i];
            if (item.Hash == hash && item.Key is { } candidate && (ReferenceEquals(candidate, key) || candidate.Equals(key, StringComparison.Ordinal))) return ref item;
        }
        return ref Unsafe.NullRef<Property>();
    }

    public void Add(string key, JsValue value, Attributes attributes)
    {
        _items ??= new Property[4];
        if (_used == _items.Length) Grow();
        ref var item = ref _items[_used++];
        item.Key = key;
        item.Value = value;
        item.Attributes = attributes;
        item.Next = -1;
        if (_buckets is not null) Link(_used - 1);
        else if (_used > LinearLimit) Rehash(_items.Length);
    }

    public void Remove(string key)
    {
        ref var item = ref Find(key);
        if (Unsafe.IsNullRef(ref item)) return;
        item.Key = null;
        item.Value = default;
        if (++_deleted > 16 && _deleted > _used / 2) Compact();
    }

    public void Clear() => this = default;

    private void Grow()
    {
        var items = _items!; // called with items only
        Array.Resize(ref items, items.Length * 2);
        _items = items;
        if (_buckets is not null) Rehash(items.Length);
    }

    private void Compact()
    {
        var items = _items!; // something was deleted from them
        var kept = 0;
        for (var i = 0; i < _used; i++)
            if (items[i].Key is not null) items[kept++] = items[i];
        Array.Clear(items, kept, _used - kept);
        _used = kept;
        _deleted = 0;
        if (_buckets is not null) Rehash(items.Length);
    }

    private void Rehash(int size)
    {
        var capacity = 16;
        while (capacity < size) capacity *= 2;
        _buckets = new int[capacity];
        for (var i = 0; i < _used; i++)
            if (_items![i].Key is not null) Link(i); // items hold the used entries
    }

    private readonly void Link(int index)
    {
        ref var item = ref _items![index]; // called for stored entries only
        item.Hash = item.Key!.GetHashCode(); // a stored entry that is not deleted has a key
        ref var bucket = ref _buckets![item.Hash & (_buckets.Length - 1)]; // called with buckets only
        item.Next = bucket - 1;
        bucket = index + 1;
    }
}
