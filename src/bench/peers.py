"""Supervisor and PM2 as the benches use them: each watches NUMBER processes that sleep, in a folder of its own."""
import json
import os
import shutil
import subprocess
import time

QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
SLEEP = shutil.which("sleep")


def put(name, text):
    with open(name, "w") as file:
        file.write(text)


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return {int(word) for word in file.read().split()}
    except OSError:
        return set()


class Peer:
    """What watches: name, pid, and status, the words that ask it."""

    def __init__(self, home, number):
        self.home, self.number = home, number
        os.mkdir(home)

    def __enter__(self):
        self.begin()
        for _ in range(600):
            if len(self.workers()) == self.number:
                return self
            time.sleep(0.05)
        self.end()
        raise RuntimeError(self.name + " does not start what it is to watch")

    def __exit__(self, *_):
        self.end()

    def workers(self):
        return children(self.pid)


class Supervisor(Peer):
    name = "supervisor"

    @staticmethod
    def there():
        return shutil.which("supervisord") and shutil.which("supervisorctl")

    def begin(self):
        home, conf = self.home, self.home + "/conf"
        put(conf, f"[supervisord]\nnodaemon=true\nuser={os.environ.get('USER') or 'root'}\nlogfile={home}/log\npidfile={home}/pid\nchildlogdir={home}\n"
                  f"[unix_http_server]\nfile={home}/socket\n[supervisorctl]\nserverurl=unix://{home}/socket\n"
                  "[rpcinterface:supervisor]\nsupervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface\n"
                  f"[program:w]\ncommand={SLEEP} 900\nprocess_name=%(process_num)d\nnumprocs={self.number}\nautorestart=true\n")
        self.child = subprocess.Popen(["supervisord", "-c", conf], **QUIET)
        self.pid, self.status = self.child.pid, ["supervisorctl", "-c", conf, "status"]

    def end(self):
        self.child.terminate()
        self.child.wait(30)


class Pm2(Peer):
    """PM2=/path/to/pm2 names it where it is not in PATH."""

    name = "pm2"
    program = shutil.which(os.environ.get("PM2", "pm2"))
    pid = 0

    @staticmethod
    def there():
        return Pm2.program

    def ask(self, *words):
        return subprocess.run([self.program, *words], env=self.environment, check=False, **QUIET)

    def begin(self):
        self.environment = os.environ | {"PM2_HOME": self.home}
        os.environ["PM2_HOME"] = self.home
        app = {"script": SLEEP, "args": "900", "interpreter": "none", "exec_mode": "fork", "max_restarts": 1000}
        put(self.home + "/apps.json", json.dumps({"apps": [app | {"name": f"w{i}"} for i in range(self.number)]}))
        self.ask("start", self.home + "/apps.json")
        with open(self.home + "/pm2.pid") as file:
            self.pid = int(file.read())
        self.status = [self.program, "ls"]

    def end(self):
        self.ask("kill")


def there():
    """The peers that are installed."""
    return [peer for peer in (Supervisor, Pm2) if peer.there()]
