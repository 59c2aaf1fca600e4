#!/bin/bash
sudo amazon-linux-extras install nginx1 -y
sudo systemctl enable --now nginx
