using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Throughline.Domain.Tests.Shared;

namespace Throughline.Domain.Tests.Assessments;

public class EvidenceTests
{
    private static readonly byte[] Program = [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0];

    [Fact]
    public void Words_and_links_say_what_they_show()
    {
        var (item, by, now) = Item();
        Evidence
            .OfWords(item, "Seen in two rooms.", by, now)
            .Value.Words.ShouldBe("Seen in two rooms.");
        Evidence.OfWords(item, " ", by, now).Refusal!.Field.ShouldBe("Words");
        Evidence
            .OfWords(item, new string('x', Evidence.LongestWords + 1), by, now)
            .Refusal!.Field.ShouldBe("Words");
        var link = Evidence.OfLink(item, "https://example.org/a b", "Plan", by, now).Value;
        (link.Kind, link.Address, link.Words).ShouldBe(
            (EvidenceKind.Link, "https://example.org/a%20b", "Plan")
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>1</script>")]
    [InlineData("ftp://example.org/file")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org")]
    [InlineData("example.org")]
    [InlineData("https://")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("")]
    public void A_link_is_a_whole_web_address(string address)
    {
        var (item, by, now) = Item();
        Evidence.OfLink(item, address, null, by, now).Refusal!.Field.ShouldBe("Address");
    }

    [Fact]
    public void What_is_said_beside_evidence_has_its_limit_and_the_refusal_says_so()
    {
        var (item, by, now) = Item();
        var longest = new string('x', Evidence.LongestWords);
        var file = EvidenceFile.Check("notes.txt", "Seen."u8.ToArray()).Value;
        const string page = "https://example.org/";

        Evidence.OfWords(item, longest, by, now).IsOk.ShouldBeTrue();
        Evidence.OfLink(item, page, longest, by, now).Value.Words.ShouldBe(longest);
        Evidence.OfFile(item, file, longest, by, now).Value.Words.ShouldBe(longest);
        Evidence
            .OfWords(item, " ", by, now)
            .Refusal.ShouldSay("Words", "Write what the team points to.");
        Evidence
            .OfWords(item, longest + "x", by, now)
            .Refusal.ShouldSay("Words", "Shorten the evidence to 1000 characters");
        Evidence
            .OfLink(item, page, longest + "x", by, now)
            .Refusal.ShouldSay("Words", "Shorten what the link shows to 1000 characters");
        Evidence
            .OfFile(item, file, longest + "x", by, now)
            .Refusal.ShouldSay("Words", "Shorten what the file shows to 1000 characters");
    }

    // An address is kept as it is sent, where a blank takes three characters.
    [Fact]
    public void An_address_has_its_limit_as_typed_and_as_kept()
    {
        var (item, by, now) = Item();
        var longest = "https://example.org/".PadRight(Evidence.LongestAddress, 'x');

        Evidence.OfLink(item, longest, null, by, now).Value.Address.ShouldBe(longest);
        Evidence
            .OfLink(item, longest + "x", null, by, now)
            .Refusal.ShouldSay("Address", "Shorten the address to 1000 characters");
        Evidence
            .OfLink(item, longest[..^2] + " x", null, by, now)
            .Refusal.ShouldSay("Address", "This address is too long.");
        Evidence
            .OfLink(item, " ", null, by, now)
            .Refusal.ShouldSay("Address", "Enter the address.");
        Evidence
            .OfLink(item, "example.org", null, by, now)
            .Refusal.ShouldSay("Address", "Enter a whole address that begins with https:// or");
    }

    [Fact]
    public void Every_extension_a_picker_offers_is_a_kind_of_file_that_is_kept()
    {
        foreach (var extension in EvidenceFile.Accepted.Split(','))
        {
            Refused($"file{extension}", []).ShouldContain("is empty");
            Refused($"FILE{extension.ToUpperInvariant()}", []).ShouldContain("is empty");
        }

        EvidenceFile.Check("photo.jpg", [0xff, 0xd8, 0xff, 0xe0]).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_document_has_at_most_5000_parts_and_a_main_part_that_says_something()
    {
        var parts = Enumerable.Range(3, 4998).Select(i => ($"word/{i}.xml", new byte[] { 1 }));
        var most = Office("word/document.xml", [.. parts]);

        EvidenceFile.Check("minutes.docx", Zip(most)).IsOk.ShouldBeTrue();
        Refused("minutes.docx", Zip([.. most, ("word/more.xml", [1])]))
            .ShouldContain("does not hold what its name says");
        Refused("minutes.docx", Zip(("[Content_Types].xml", [1]), ("word/document.xml", [])))
            .ShouldContain("does not hold what its name says");
    }

    // No part of it is large by itself.
    [Fact]
    public void A_document_that_swells_in_many_parts_is_refused_too()
    {
        var parts = Enumerable
            .Range(0, 40)
            .Select(i => ($"word/{i}.xml", new byte[1024 * 1024]))
            .ToArray();

        Refused("minutes.docx", Zip(Office("word/document.xml", parts)))
            .ShouldContain("does not hold what its name says");
    }

    [Fact]
    public void Each_kind_of_file_is_taken_for_what_it_holds()
    {
        foreach (var (name, format, content) in Good())
        {
            var file = EvidenceFile.Check(name, content);
            file.IsOk.ShouldBeTrue(name);
            (file.Value.Format, file.Value.Size).ShouldBe((format, content.Length), name);
        }
    }

    [Fact]
    public void A_file_that_holds_something_else_than_its_name_says_is_refused()
    {
        foreach (var (name, format, _) in Good())
        {
            Refused(name, Program).ShouldContain(name);
            foreach (var (_, other, content) in Good())
            {
                var text =
                    other is EvidenceFormat.PlainText or EvidenceFormat.Csv or EvidenceFormat.Pdf;
                if (
                    other != format
                    && !(text && format is EvidenceFormat.PlainText or EvidenceFormat.Csv)
                )
                {
                    EvidenceFile.Check(name, content).IsOk.ShouldBeFalse($"{other} as {name}");
                }
            }
        }
    }

    [Fact]
    public void A_page_is_no_pdf_and_a_program_no_picture()
    {
        Refused("report.pdf", "<html><script>1</script>"u8.ToArray()).ShouldContain("report.pdf");
        Refused("photo.jpg", Program).ShouldContain("does not hold what its name says");
        Refused("photo.exe", Program).ShouldContain("not a kind of file");
        Refused("page.html", "<p>Hello"u8.ToArray()).ShouldContain("Allowed are PDF");
        Refused("drawing.svg", "<svg/>"u8.ToArray()).ShouldContain("not a kind of file");
        Refused("no extension", "Hello"u8.ToArray()).ShouldContain("not a kind of file");
    }

    [Fact]
    public void An_empty_file_and_one_byte_too_many_are_refused()
    {
        Refused("empty.txt", []).ShouldContain("“empty.txt” is empty");
        var most = new byte[EvidenceFile.MostBytes];
        Array.Fill(most, (byte)'a');
        EvidenceFile.Check("long.txt", most).IsOk.ShouldBeTrue();
        Refused("long.txt", [.. most, (byte)'a']).ShouldContain("more than 20 MB");
    }

    [Fact]
    public void A_document_that_swells_is_refused_unopened()
    {
        var bomb = Zip(
            ("[Content_Types].xml", new byte[10]),
            ("word/document.xml", new byte[60 * 1024 * 1024])
        );
        bomb.Length.ShouldBeLessThan(EvidenceFile.MostBytes / 100);
        Refused("minutes.docx", bomb).ShouldContain("does not hold what its name says");
        Refused("minutes.docx", Zip(Office("word/document.xml", ("word/vbaProject.bin", [1]))))
            .ShouldContain("minutes.docx");
        Refused("minutes.docx", Zip(("readme.txt", [1]))).ShouldContain("minutes.docx");
        Refused("minutes.docx", [.. Zip(Office("word/document.xml")).Take(60)])
            .ShouldContain("minutes.docx");
    }

    [Fact]
    public void Text_that_is_not_utf_8_or_holds_controls_is_refused()
    {
        Refused("list.csv", [0x41, 0xff, 0xfe]).ShouldContain("list.csv");
        Refused("list.csv", [0x41, 0, 0x42]).ShouldContain("list.csv");
        EvidenceFile.Check("list.csv", [0xef, 0xbb, 0xbf, .. "a,ü\r\n"u8]).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData("..\\..\\plan.pdf", "plan.pdf")]
    [InlineData("/etc/plan.pdf", "plan.pdf")]
    [InlineData("C:\\Users\\me\\plan.pdf", "plan.pdf")]
    [InlineData("pl\u202ean\r\n.pdf", "plan .pdf")]
    [InlineData("a\"b;c<d>.pdf", "a_b_c_d_.pdf")]
    [InlineData("  .. ", "file")]
    [InlineData(null, "file")]
    public void Names_are_kept_without_what_misleads(string? given, string kept) =>
        EvidenceFile.CleanName(given).ShouldBe(kept);

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var name = EvidenceFile.CleanName(new string('n', 300) + ".docx");
        name.Length.ShouldBe(EvidenceFile.LongestName);
        name.ShouldEndWith("….docx");

        var longest = new string('n', EvidenceFile.LongestName - 5) + ".docx";
        EvidenceFile.CleanName(longest).ShouldBe(longest);
        EvidenceFile.CleanName(new string('n', 300) + ".fivesixse").ShouldEndWith("….fivesixse");
        // More than that is a name with a dot in it.
        EvidenceFile
            .CleanName(new string('n', 300) + ".fivesixseve")
            .ShouldBe(new string('n', EvidenceFile.LongestName - 1) + "…");
    }

    [Fact]
    public void No_bytes_under_any_name_bring_the_check_down() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                Gen.Elements(Good().Select(g => g.Name).ToArray()).ToArbitrary(),
                (bytes, name) =>
                {
                    var starts = Good().Select(g => g.Content.Take(8)).ToList();
                    return starts.All(start =>
                        EvidenceFile.Check(name, [.. start, .. bytes ?? []]) is not null
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_parts_of_a_file_are_the_file()
    {
        var (item, by, now) = Item();
        var content = new byte[(2 * EvidenceChunk.Bytes) + 17];
        Random.Shared.NextBytes(content);
        "%PDF-"u8.CopyTo(content);
        var file = EvidenceFile.Check("scan.pdf", content).Value;
        var evidence = Evidence.OfFile(item, file, null, by, now).Value;

        var parts = EvidenceChunk.Of(evidence, content).ToList();

        parts.Select(p => p.Number).ShouldBe([0, 1, 2]);
        parts.SelectMany(p => p.Content).SequenceEqual(content).ShouldBeTrue();
        evidence.Size.ShouldBe(content.Length);
    }

    private static (AgreedItem Item, Guid By, DateTime Now) Item()
    {
        var round = new TestRound();
        round.Close();
        var item = AgreedItem.Begin(round.Round, round.Instrument, "item-1", round.Now).Value;
        return (item, round.Leader, round.Now);
    }

    private static IReadOnlyList<(string Name, EvidenceFormat Format, byte[] Content)> Good() =>
        [
            ("plan.pdf", EvidenceFormat.Pdf, "%PDF-1.7\n"u8.ToArray()),
            ("photo.PNG", EvidenceFormat.Png, [0x89, .. "PNG\r\n\u001a\n"u8, 0]),
            ("photo.jpeg", EvidenceFormat.Jpeg, [0xff, 0xd8, 0xff, 0xe0]),
            ("photo.webp", EvidenceFormat.Webp, [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8]),
            ("minutes.docx", EvidenceFormat.Word, Zip(Office("word/document.xml"))),
            ("counts.xlsx", EvidenceFormat.Excel, Zip(Office("xl/workbook.xml"))),
            ("slides.pptx", EvidenceFormat.PowerPoint, Zip(Office("ppt/presentation.xml"))),
            ("notes.txt", EvidenceFormat.PlainText, "Seen: “yes”\n"u8.ToArray()),
            ("list.csv", EvidenceFormat.Csv, "a,b\r\n1,2\r\n"u8.ToArray()),
        ];

    private static (string, byte[])[] Office(string main, params (string, byte[])[] more) =>
        [("[Content_Types].xml", Encoding.UTF8.GetBytes("<Types/>")), (main, [1, 2]), .. more];

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static string Refused(string name, byte[] content)
    {
        var refusal = EvidenceFile.Check(name, content).Refusal!;
        refusal.Field.ShouldBe("File");
        return refusal.Message;
    }
}
