<powershell>
# install tools
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
iex ((New-Object System.Net.WebClient).DownloadString('https://community.chocolatey.org/install.ps1'))
choco install nodejs-lts --version=18.19.0 -y
choco install nginx -y
$env:DB_HOST = "sql01.corp.example.com"
net user svc_app "P@ssw0rd-canary" /add
$trigger = New-ScheduledTaskTrigger -Daily -At 3am
Register-ScheduledTask -TaskName "nightly" -Trigger $trigger -Action $action
Start-Process msiexec.exe -ArgumentList "/i https://s3.amazonaws.com/amazoncloudwatch-agent/windows/amd64/latest/amazon-cloudwatch-agent.msi /qn" -Wait
</powershell>
