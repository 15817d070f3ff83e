#!/bin/sh
sleep 1000 &
echo $! > /tmp/t1/p.pid
