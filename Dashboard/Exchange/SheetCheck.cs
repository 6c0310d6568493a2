using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Dashboard.Exchange;

/// <summary>
/// Walks through the sheets of a spreadsheet before they are read as tables: a sheet may say of itself, or of one cell, that
/// it is as large as it likes, and its reader would fill the empty places up.
/// </summary>
internal static class SheetCheck
{
    /// <summary>Most columns of a sheet, stated or filled; no table that can be taken in has more than a dozen.</summary>
    public const int MostColumns = 100;

    /// <summary>Most rows of a sheet, as many as spreadsheet programs have.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Why the sheets must not be read; null when they may be.</summary>
    public static Fault? Find(FileStream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Where(IsXml).Select(FindIn).OfType<Fault?>().FirstOrDefault();
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return new Fault(0, null, "file.damaged");
        }
    }

    // The workbook names its sheets as it likes, so that none is known by its name.
    private static bool IsXml(ZipArchiveEntry part) => part.Length > 0 && part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static Fault? FindIn(ZipArchiveEntry part)
    {
        using Stream content = part.Open();
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
        return xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == "worksheet" ? FindInSheet(xml) : null;
    }

    private static Fault? FindInSheet(XmlReader xml)
    {
        int row = 0;
        int column = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "dimension" when xml.GetAttribute("ref") is { } range && range.Split(':').Any(corner => ColumnOf(corner) > MostColumns):
                    return new Fault(0, null, "file.tooWide", MostColumns);
                case "row":
                    (int before, column) = (row, 0);
                    row = xml.GetAttribute("r") is { } number ? RowOf(number) : row + 1;
                    if (row <= before || row > MostRows)
                    {
                        return new Fault(0, null, "file.tooLong", MostRows);
                    }

                    break;
                case "c":
                    column = xml.GetAttribute("r") is { } cell ? ColumnOf(cell) : column + 1;
                    if (column > MostColumns)
                    {
                        return new Fault(row, null, "file.tooWide", MostColumns);
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>Number of the column in a place such as <c>AB12</c>, from 1; far too large for what is no such place.</summary>
    private static int ColumnOf(string place)
    {
        int column = 0;
        int letters = 0;
        while (letters < place.Length && char.IsAsciiLetter(place[letters]) && letters < 4)
        {
            column = (column * 26) + (place[letters++] & ~0x20) - 'A' + 1;
        }

        return letters is > 0 and < 4 ? column : int.MaxValue;
    }

    private static int RowOf(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int row) ? row : int.MaxValue;
}
