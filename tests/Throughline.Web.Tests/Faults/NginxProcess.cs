using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Faults;

/// <summary>nginx before some nodes, with the very file that operators are given: only addresses and places are others.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    private static readonly string? Program = new[]
    {
        "/usr/sbin/nginx",
        "/usr/local/bin/nginx",
    }.FirstOrDefault(File.Exists);

    private readonly string folder = Directory
        .CreateTempSubdirectory("throughline-nginx-")
        .FullName;
    private readonly Process process;
    private readonly X509Certificate2 certificate;

    private NginxProcess(IReadOnlyList<ServerProcess> nodes)
    {
        var port = ServerProcess.FreePort();
        Address = new($"https://127.0.0.1:{port}");
        certificate = Certificate();
        File.WriteAllText(In("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(
            In("key.pem"),
            certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()
        );
        File.WriteAllText(In("throughline.conf"), Sites(port, nodes));
        // What a package's own nginx.conf holds around conf.d, for who is not root.
        File.WriteAllText(
            In("nginx.conf"),
            $$"""
            daemon off;
            worker_processes 1;
            pid {{In("pid")}};
            error_log {{In("error.log")}};
            events { worker_connections 512; }
            http {
                access_log off;
                client_body_temp_path {{In("body")}};
                proxy_temp_path {{In("proxy")}};
                fastcgi_temp_path {{In("fastcgi")}};
                uwsgi_temp_path {{In("uwsgi")}};
                scgi_temp_path {{In("scgi")}};
                include {{In("throughline.conf")}};
            }
            """
        );
        process = Process.Start(
            new ProcessStartInfo(
                Program
                    ?? throw new InvalidOperationException(
                        "nginx is missing. Run ./test, which installs it, or: apt-get install nginx"
                    ),
                ["-p", folder, "-e", In("error.log"), "-c", In("nginx.conf")]
            )
            {
                UseShellExecute = false,
            }
        )!;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it passes something on.</summary>
    public static async Task<NginxProcess> StartAsync(params IReadOnlyList<ServerProcess> nodes)
    {
        var nginx = new NginxProcess(nodes);
        using var browser = nginx.Browser();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await browser.GetAsync("/healthz");
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                return nginx;
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromSeconds(15))
            {
                nginx.process.HasExited.ShouldBeFalse(nginx.Errors);
                await Task.Delay(50);
            }
        }
    }

    /// <summary>What it wrote to its error log.</summary>
    public string Errors => File.Exists(In("error.log")) ? File.ReadAllText(In("error.log")) : "";

    /// <summary>A browser of its own connections, by HTTP/2 as browsers do.</summary>
    public HttpClient Browser() =>
        new(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                SslOptions = new()
                {
                    RemoteCertificateValidationCallback = (_, shown, _, _) =>
                        shown is not null
                        && shown.GetCertHashString() == certificate.GetCertHashString(),
                },
            }
        )
        {
            BaseAddress = Address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = TimeSpan.FromSeconds(30),
        };

    public async ValueTask DisposeAsync()
    {
        // Its worker ends with it when it is asked to; a kill would leave the worker behind.
        using (var quit = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await quit.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string In(string file) => Path.Combine(folder, file);

    private string Sites(int port, IReadOnlyList<ServerProcess> nodes)
    {
        var text = File.ReadAllText(
            Path.Combine(SourceTree.Root, "docs", "nginx", "throughline.conf")
        );
        Put("10.0.0.11:5080", new Uri(nodes[0].Address).Authority);
        Put("10.0.0.12:5080", new Uri(nodes[1].Address).Authority);
        Put("listen 443 ssl", $"listen 127.0.0.1:{port} ssl");
        Put("/etc/ssl/certs/throughline.pem", In("cert.pem"));
        Put("/etc/ssl/private/throughline.key", In("key.pem"));
        return text;

        void Put(string there, string here)
        {
            text.ShouldContain(there);
            text = text.Replace(there, here, StringComparison.Ordinal);
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(
            "CN=ilt.example.org",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            new DateTimeOffset(2100, 1, 1, 0, 0, 0, default)
        );
    }
}
