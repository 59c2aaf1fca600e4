<powershell>
Set-ExecutionPolicy Unrestricted -Force
Install-WindowsFeature -Name Web-Server, Web-Asp-Net45, NET-Framework-45-Core -IncludeManagementTools
$siteName = "Shop"
New-Item -Path "C:\inetpub\shop" -ItemType Directory
Read-S3Object -BucketName shop-artifacts -Key shop.zip -File C:\shop.zip
Expand-Archive C:\shop.zip -DestinationPath C:\inetpub\shop
New-Website -Name $siteName -Port 8080 -PhysicalPath "C:\inetpub\shop"
New-NetFirewallRule -DisplayName "Shop" -Direction Inbound -LocalPort 8080 -Protocol TCP -Action Allow
</powershell>
<persist>true</persist>
