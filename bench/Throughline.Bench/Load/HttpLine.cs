using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Throughline.Bench.Load;

/// <summary>
/// One connection that sends ready-made requests and reads answers, allocating nothing: on two cores the client must not
/// be what is measured.
/// </summary>
internal sealed class HttpLine : IDisposable
{
    private readonly Socket socket = new(
        AddressFamily.InterNetwork,
        SocketType.Stream,
        ProtocolType.Tcp
    )
    {
        NoDelay = true,
        ReceiveTimeout = 30_000,
    };
    private readonly byte[] buffer = new byte[512 * 1024];

    public HttpLine(int port) => socket.Connect(IPAddress.Loopback, port);

    /// <summary>The last answer, head and body.</summary>
    public ReadOnlySpan<byte> Answer => buffer.AsSpan(0, Length);

    public int Length { get; private set; }

    public static byte[] Get(string path, string? cookie, string more = "") =>
        Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}{more}\r\n"
        );

    /// <param name="path">Where.</param>
    /// <param name="cookie">Whose.</param>
    /// <param name="form">What is posted.</param>
    /// <param name="byScript">True as a script sends it, which hears in a word what came of it; false as a form.</param>
    public static byte[] Post(string path, string cookie, string form, bool byScript = true) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n{(byScript ? "HX-Request: true\r\n" : "")}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}"
            )
        );

    /// <summary>Sends a request and waits for all of its answer. Returns the status.</summary>
    public int Send(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0)
        {
            request = request[socket.Send(request)..];
        }

        Length = 0;
        var head = -1;
        var length = -1;
        while (true)
        {
            var read = socket.Receive(buffer.AsSpan(Length));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            Length += read;
            if (head < 0 && (head = Answer.IndexOf("\r\n\r\n"u8)) >= 0)
            {
                // An answer without content says no length.
                length = Answer.Slice(9, 3).SequenceEqual("204"u8)
                    ? 0
                    : ContentLength(Answer[..head]);
            }

            if (
                head >= 0
                && (
                    length >= 0
                        ? Length >= head + 4 + length
                        : Answer[(head + 2)..].EndsWith("\r\n0\r\n\r\n"u8)
                )
            )
            {
                return int.Parse(Answer.Slice(9, 3), CultureInfo.InvariantCulture);
            }
        }
    }

    public void Dispose() => socket.Dispose();

    // -1 for an answer in chunks; those that may have no body say 0 or are none of ours.
    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return -1;
        }

        var value = head[(at + 16)..];
        var end = value.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
