<powershell>
choco install sql-server-2019 -y
Set-Service -Name MSSQLSERVER -StartupType Automatic
Start-Service MSSQLSERVER
Install-WindowsFeature AD-Domain-Services
</powershell>
