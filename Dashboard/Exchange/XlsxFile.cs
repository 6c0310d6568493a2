using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Dashboard.Exchange;

/// <summary>
/// Writes one sheet of text and whole numbers as XLSX. Written by hand because libraries put random names and the time of
/// day into the file, and the same content must give the same bytes.
/// </summary>
internal static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream file, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml",
            $"""<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheets}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Sheets}.worksheet+xml"/></Types>""");
        Part(zip, "_rels/.rels", Relation("officeDocument", "xl/workbook.xml"));
        Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part(zip, "xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml"));
        using Stream sheet = Open(zip, "xl/worksheets/sheet1.xml");
        using var xml = XmlWriter.Create(sheet, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        foreach (IReadOnlyList<string> row in rows)
        {
            WriteRow(xml, row);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<string> row)
    {
        xml.WriteStartElement("row", Main);
        foreach (string cell in row)
        {
            xml.WriteStartElement("c", Main);
            if (IsNumber(cell))
            {
                xml.WriteElementString("v", Main, cell);
            }
            else
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Fitting(CellText.Escape(cell)));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>No cell of a spreadsheet holds more; a longer text ends in “…”.</summary>
    private static string Fitting(string text) => text.Length <= SheetFile.LongestCell ? text : text[..(SheetFile.LongestCell - 1)] + "…";

    /// <summary>A spreadsheet holds whole numbers exactly up to fifteen digits; longer ones, and codes such as 007, stay text.</summary>
    private static bool IsNumber(string cell) =>
        cell.Length is > 0 and <= 15 && !cell.AsSpan().ContainsAnyExceptInRange('0', '9')
        && long.Parse(cell, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) == cell;

    private static string Relation(string kind, string target) =>
        $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/{kind}" Target="{target}"/></Relationships>""";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using Stream part = Open(zip, name);
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="utf-8"?>""" + xml));
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Always;
        return entry.Open();
    }
}
