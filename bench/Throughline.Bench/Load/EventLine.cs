using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Throughline.Bench.Load;

/// <summary>An event stream that is listened to, over a connection of its own as a browser has it.</summary>
internal sealed class EventLine : IDisposable
{
    // A source address has some 28,000 ports; those of an earlier run may still be waiting.
    private const int Addresses = 8;

    private static readonly byte[] Data = "data:"u8.ToArray();

    private readonly Socket socket = new(
        AddressFamily.InterNetwork,
        SocketType.Stream,
        ProtocolType.Tcp
    );
    private readonly byte[] buffer = new byte[1024];

    /// <summary>Opens a stream; it stands when this returns.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="number">Which stream it is.</param>
    /// <param name="request">What asks for it.</param>
    /// <exception cref="IOException">The server answered with anything but a stream.</exception>
    public static async Task<EventLine> OpenAsync(int port, int number, byte[] request)
    {
        var line = new EventLine();
        line.socket.Bind(
            new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + (number % Addresses))]), 0)
        );
        await line.socket.ConnectAsync(IPAddress.Loopback, port);
        await line.socket.SendAsync(request);
        var head = "";
        // The first event says where the unit stands now; it is no news.
        while (!head.Contains("data:", StringComparison.Ordinal))
        {
            var read = await line.socket.ReceiveAsync(line.buffer);
            head += Encoding.ASCII.GetString(line.buffer, 0, read);
            if (read == 0 || !head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                throw new IOException($"Stream {number} was not opened: {head}");
            }
        }

        return line;
    }

    /// <summary>Waits for events; false when the stream has ended.</summary>
    /// <param name="heard">Called once for everything that has come at once, if there was an event in it.</param>
    public async Task<bool> ListenAsync(Action heard)
    {
        while (true)
        {
            int read;
            try
            {
                read = await socket.ReceiveAsync(buffer);
            }
            catch (SocketException)
            {
                read = 0;
            }
            catch (ObjectDisposedException)
            {
                return true;
            }

            if (read == 0)
            {
                return false;
            }

            if (buffer.AsSpan(0, read).IndexOf(Data) >= 0)
            {
                heard();
            }
        }
    }

    public void Dispose() => socket.Dispose();
}
