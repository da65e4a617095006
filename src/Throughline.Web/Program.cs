using Throughline.Web.Hosting;

return await Commands.RunAsync(args);
