namespace Dashboard.Domain.Committees;

/// <summary>Level of a committee, from the top down. A branch of the tree may skip levels.</summary>
public enum CommitteeLevel
{
    /// <summary>Trung ương.</summary>
    Central,

    /// <summary>Tỉnh ủy, thành ủy và đảng ủy trực thuộc Trung ương.</summary>
    Province,

    /// <summary>Huyện ủy, thị ủy và tương đương (abolished nationwide on 2025-07-01).</summary>
    District,

    /// <summary>Tổ chức cơ sở đảng.</summary>
    Grassroots,

    /// <summary>Chi bộ.</summary>
    Cell,
}
