using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Throughline.Data.Mail;

namespace Throughline.Data.Tests.Mail;

/// <summary>A mail as the server took it.</summary>
public sealed partial record ReceivedMail(string From, string To, string Raw)
{
    public string MessageId => Header("Message-ID");

    /// <summary>The text as a mail program shows it.</summary>
    public string Body
    {
        get
        {
            var body = Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            Header("Content-Transfer-Encoding").ShouldBe("quoted-printable");
            return Unquoted(body.Replace("=\r\n", "", StringComparison.Ordinal)).TrimEnd();
        }
    }

    /// <summary>A part of a mail of several parts, decoded, by the start of its content type; fails when there is none.</summary>
    public string Part(string contentType)
    {
        var boundary = new System.Net.Mime.ContentType(Header("Content-Type")).Boundary;
        var part = Raw.Split("--" + boundary)
            .Select(p => new ReceivedMail(From, To, p.TrimStart()))
            .First(p =>
                p.Raw.Contains("\r\n\r\n", StringComparison.Ordinal)
                && p.Header("Content-Type").StartsWith(contentType, StringComparison.Ordinal)
            );
        var text = part.Raw[(part.Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return part.Header("Content-Transfer-Encoding") switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(text)),
            "quoted-printable" => Unquoted(text.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => text,
        };
    }

    /// <summary>The subject, decoded.</summary>
    public string Subject =>
        EncodedWord()
            .Replace(
                Regex.Replace(
                    Header("Subject"),
                    @"\?=\s+=\?",
                    "?==?",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                ),
                word =>
                    word.Groups["kind"].Value is "B" or "b"
                        ? Encoding.UTF8.GetString(
                            Convert.FromBase64String(word.Groups["text"].Value)
                        )
                        : Unquoted(
                            word.Groups["text"].Value.Replace("_", " ", StringComparison.Ordinal)
                        )
            );

    public string Header(string name)
    {
        var head = Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)]
            .Replace("\r\n ", " ", StringComparison.Ordinal);
        var line = head.Split("\r\n")
            .SingleOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line is null ? "" : line[(name.Length + 1)..].Trim();
    }

    private static string Unquoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(
        @"=\?utf-8\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex EncodedWord();
}

/// <summary>A mail server on this machine, of a make many districts have met: the npm package smtp-server.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<ReceivedMail> received = [];
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<int> port = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private MailServer(string[] arguments)
    {
        process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("node", [Script(), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        // Warnings come here, too: it counts only when the server ends over it.
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.Exited += (_, _) =>
            port.TrySetException(new InvalidOperationException($"node ended: {said}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyList<ReceivedMail> Received => [.. received];

    public int Port => port.Task.Result;

    /// <summary>Settings that send to it.</summary>
    public MailSettings Settings =>
        new()
        {
            Host = "127.0.0.1",
            Port = Port,
            From = "Throughline <throughline@district.example>",
        };

    public static async Task<MailServer> StartAsync(params string[] arguments)
    {
        var server = new MailServer(arguments);
        await server.port.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return server;
    }

    /// <summary>Waits for so many mails; fails when they do not come.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(int count, int seconds = 15)
    {
        var start = Stopwatch.StartNew();
        while (received.Count < count)
        {
            start.Elapsed.ShouldBeLessThan(
                TimeSpan.FromSeconds(seconds),
                $"{received.Count} of {count} mails came"
            );
            await Task.Delay(20);
        }

        return Received;
    }

    public async ValueTask DisposeAsync()
    {
        // It ends with its input; this also holds when the test process is killed.
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        var told = JsonDocument.Parse(line).RootElement;
        if (told.TryGetProperty("port", out var number))
        {
            port.TrySetResult(number.GetInt32());
        }
        else
        {
            received.Enqueue(
                new ReceivedMail(
                    told.GetProperty("from").GetString()!,
                    string.Join(
                        ", ",
                        told.GetProperty("to").EnumerateArray().Select(t => t.GetString())
                    ),
                    told.GetProperty("raw").GetString()!
                )
            );
        }
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (
            folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx"))
        )
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "peers", "smtp.js");
    }
}
