"""What the benches of daemons share: jmonit and monit with a control file in a folder of their own, and what is ended afterwards."""
import ctypes
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCALE = float(os.environ.get("SCALE", "1"))
WATCH = int(os.environ.get("WATCH", "30"))
SLEEP = shutil.which("sleep")
WORK = tempfile.mkdtemp(prefix="jmonit-bench-")
STARTED = []
PR_SET_CHILD_SUBREAPER = 36
LIMITS = "  if cpu > 90% for 5 cycles then alert\n  if memory > 500 MB for 5 cycles then alert\n"


def scaled(number):
    return max(2, int(number * SCALE))


def programs():
    given = os.environ.get("DAEMONS")
    names = given.split() if given else [HOME + "/jmonit", "monit"]
    return [n for n in names if shutil.which(n)]


def spawn(argv):
    child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    STARTED.append(child)
    return child


def stop(child):
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def put(name, text):
    with open(name, "w") as file:
        file.write(text)


class Daemon:
    def __init__(self, program, services, poll=1):
        self.name = os.path.basename(program)
        self.home = tempfile.mkdtemp(dir=WORK)
        rc = self.home + "/rc"
        put(rc, f"set daemon {poll}\nset log {self.home}/log\nset pidfile {self.home}/pid\nset idfile {self.home}/id\n"
                f"set statefile {self.home}/state\n" + services)
        os.chmod(rc, 0o600)
        self.words = [program, "-I", "-c", rc]
        self.begin()

    def begin(self):
        """At first, and again after an end."""
        self.begun = time.monotonic()
        self.child = spawn(self.words)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        stop(self.child)

    def cpu(self):
        """Milliseconds, without those of children."""
        return time.clock_gettime(((~self.child.pid) << 3) | 2) * 1e3

    def share(self, seconds):
        """Milliseconds of CPU in each second. Not per cycle: Monit's cycles last a second and their own work."""
        began, before = time.monotonic(), self.cpu()
        time.sleep(seconds)
        return (self.cpu() - before) / (time.monotonic() - began)

    def until_quiet(self, limit=170):
        """CPU and wall time from now until nothing has been done for a second."""
        began, first = time.monotonic(), self.cpu()
        last, busy = first, began
        while time.monotonic() - busy < 1 and time.monotonic() - began < limit:
            time.sleep(0.02)
            now = self.cpu()
            if now - last > 4:
                busy = time.monotonic()
            last = now
        return last - first, busy - began

    def rss(self):
        with open(f"/proc/{self.child.pid}/statm") as file:
            return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def say(case, who, text):
    print(f"{case:10} {who:8} {text}", flush=True)


def sleeper(name=""):
    return spawn(["bash", "-c", f"exec -a '{name}' {SLEEP} 900"] if name else [SLEEP, "900"]).pid


def pidfiles(number):
    home = tempfile.mkdtemp(dir=WORK)
    for i in range(number):
        put(f"{home}/{i}.pid", f"{sleeper()}\n")
    return "".join(f"check process p{i} with pidfile {home}/{i}.pid\n{LIMITS}" for i in range(number))


def below_a_reaper():
    """Goes on in a child. What a start program leaves behind is reaped at once here, as by any init; in many containers process 1 takes
    seconds, and until then the dead look alive to whoever counts on their absence."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    child = os.fork()
    while child:
        ended, status = os.wait()
        if ended == child:
            sys.exit(os.waitstatus_to_exitcode(status) & 255)


def main(cases, words, text):
    """Runs the cases that are named, or all, and ends what they have started."""
    wanted = words or list(cases)
    if not set(wanted) <= set(cases):
        sys.exit(text)
    below_a_reaper()
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    try:
        for case in wanted:
            cases[case]()
            while STARTED:
                stop(STARTED.pop())
    finally:
        for child in STARTED:
            stop(child)
        shutil.rmtree(WORK, ignore_errors=True)
