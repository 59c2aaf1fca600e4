<powershell>
Import-Module ServerManager
Add-WindowsFeature Web-Server,Web-WebServer,Web-Common-Http -IncludeManagementTools
$url = "https://download.visualstudio.microsoft.com/download/pr/abc/dotnet-hosting-8.0.1-win.exe"
Invoke-WebRequest -Uri $url -OutFile C:\temp\dotnet-hosting.exe
Start-Process -FilePath C:\temp\dotnet-hosting.exe -ArgumentList "/install","/quiet" -Wait
Import-Module WebAdministration
New-WebAppPool -Name "Api"
New-WebBinding -Name "Default Web Site" -IPAddress "*" -Port 5001 -Protocol http
Set-Content -Path C:\inetpub\wwwroot\web.config -Value @"
<configuration><connectionStrings><add name="Db" connectionString="Server=sql01.corp.example.com,1433;Database=Shop;User Id=shop;Password=Sup3rS3cret!;" /></connectionStrings></configuration>
"@
& "C:\Program Files\Amazon\AmazonCloudWatchAgent\amazon-cloudwatch-agent-ctl.ps1" -a fetch-config -m ec2 -s -c ssm:cw
iisreset
</powershell>
