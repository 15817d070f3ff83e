package jmonit.console;

import java.util.stream.IntStream;

/** The scenes the console has to look well in. */
final class Scenes {

    private Scenes() {
    }

    /** A usual machine with something wrong. */
    static Scene trouble() {
        var scene = calm();
        var db = scene.actor("postgres").orElseThrow();
        db.fails("nonexist", "Does not exist", 740, "process is not running", "if does not exist then restart", 31).doing("restart");
        var app = scene.actor("shop-app").orElseThrow();
        app.fails("connection", "Connection failed", 610, "failed protocol test [HTTP] at [localhost]:8080 [TCP/IP] -- HTTP error: Server returned status 502",
                "if failed port 8080 protocol http request \"/health\" for 3 cycles then restart", 47).answers("[localhost]:8080 type TCP/IP protocol HTTP", false, 0.2, "HTTP error: Server returned status 502");
        scene.actor("var").orElseThrow().fails("resource", "Resource limit matched", 11_000, "space usage 96.1% matches resource limit [space usage > 90.0%]",
                "if space usage > 90% for 5 cycles then alert", 80).comparing("space.percent", ">", 90, "90%");
        scene.actor("worker-3").orElseThrow().is("unmonitored", "Not monitored", 5000);
        scene.actor("backup").orElseThrow().is("initialising", "Initializing", 5);
        scene.actor("nginx").orElseThrow().late();
        return scene.happened(740, db, "nonexist", "failed", "process is not running", "restart").happened(700, db, "nonexist", "failed", "process is not running", "restart")
                .happened(610, app, "connection", "failed", "failed protocol test [HTTP] at [localhost]:8080 [TCP/IP] -- HTTP error: Server returned status 502", "restart")
                .happened(130, db, "exec", "failed", "failed to start (exit status 1) -- could not bind to port 5432", "restart")
                .happened(11_000, scene.actor("var").orElseThrow(), "resource", "failed", "space usage 96.1% matches resource limit [space usage > 90.0%]", "alert")
                .happened(90_000, scene.actor("nginx").orElseThrow(), "pid", "changed", "process PID changed from 811 to 4022", "alert")
                .happened(90_100, scene.actor("redis").orElseThrow(), "connection", "succeeded", "connection succeeded to [localhost]:6379 [TCP/IP]", "alert");
    }

    static Scene calm() {
        var scene = new Scene();
        var system = new Actor("web1.example.org", "system", "System").reading("load1.load", "load average (1min)", "load", 0.51, "[0.51] [0.74] [0.42]")
                .reading("cpu.percent", "cpu", "percent", 19.2, "19.2%").reading("memory.percent", "memory usage", "percent", 42, "1.6 GB [42.0%]").key("load1.load", "cpu.percent", "memory.percent")
                .rule("if loadavg (1min) > 8 then alert", 9, false, "").comparing("load1.load", ">", 8, "8");
        var db = Actor.process("postgres").groups("database").reading("total.memory.bytes", "memory total", "bytes", 412_000_000, "392.9 MB").reading("disk.write.bytes_per_second", "disk write bytes", "bytes_per_second", 181_000, "176.8 kB/s")
                .rule("if cpu > 80% for 3 cycles then restart", 30, false, "").comparing("cpu.percent", ">", 80, "80%")
                .rule("if total memory > 2 GB then alert", 32, false, "").comparing("total.memory.bytes", ">", 2_147_483_648.0, "2 GB")
                .answers("[localhost]:5432 type TCP/IP protocol PGSQL", true, 0.0012, "");
        var redis = Actor.process("redis").groups("database");
        var app = Actor.process("shop-app").groups("shop", "web").needs(db, redis).rule("if cpu > 60% for 2 cycles then alert", 45, false, "").comparing("cpu.percent", ">", 60, "60%");
        var nginx = Actor.process("nginx").groups("web").needs(app);
        scene.with(system, db, redis, app, nginx);
        IntStream.rangeClosed(1, 5).forEach(i -> scene.with(Actor.process("worker-" + i).groups("shop").needs(redis)));
        scene.with(new Actor("root", "filesystem", "Filesystem").reading("space.percent", "space usage", "percent", 41.3, "41.3%").reading("inodes.percent", "inodes usage", "percent", 2.9, "2.9%").key("space.percent", "inodes.percent"),
                new Actor("var", "filesystem", "Filesystem").reading("space.percent", "space usage", "percent", 96.1, "96.1%").key("space.percent"),
                new Actor("sshd_config", "file", "File").reading("size.bytes", "size", "bytes", 3264, "3.2 kB").groups("security"),
                new Actor("api.example.org", "host", "Remote Host").groups("web").reading("response.milliseconds", "port response time", "milliseconds", 23.4, "23.4 ms").key("response.milliseconds"),
                new Actor("backup", "program", "Program").reading("status", "last exit value", null, 0, "0").says("3 of 3 volumes saved\n"),
                new Actor("eth0", "network", "Network").reading("download.bytes_per_second", "download bytes", "bytes_per_second", 812_345, "793.3 kB/s").reading("upload.bytes_per_second", "upload bytes", "bytes_per_second", 91_345, "89.2 kB/s").key("download.bytes_per_second", "upload.bytes_per_second"));
        return scene;
    }

    /** Names and words that want to be markup, or wider than any screen. */
    static Scene ugly() {
        var evil = Actor.process(Scene.SCRIPT).groups("\"><img src=x onerror=alert(1)>").says(Scene.SCRIPT + "\n\u001b[31mred\u001b[0m \u202eright to left\n" + "x".repeat(4000));
        evil.fails("content", "Content match", 5, "content match: " + Scene.SCRIPT + " " + "long".repeat(200), "if content = \"" + "<b>".repeat(60) + "\" then exec \"/bin/false\"", 1);
        var wide = Actor.process("w".repeat(300)).groups("g".repeat(200)).fails("status", "Status failed", 100_000_000, "w".repeat(700), "if status != 0 then alert", 2);
        var path = Actor.process("a/b c%2f?#&=+ü/").needs(evil);
        return new Scene().with(evil, wide, path, Actor.process("constructor"), Actor.process("__proto__"))
                .happened(3, evil, "content", "failed", Scene.SCRIPT + "<img src=x onerror=alert(1)>", "exec").happened(4, path, "pid", "changed", "x".repeat(500), "alert");
    }

    static Scene thousand() {
        var scene = new Scene();
        IntStream.range(0, 1000).forEach(i -> {
            var actor = Actor.process("service-%04d".formatted(i)).groups("rack-" + i / 100);
            scene.with(i % 250 == 77 ? actor.fails("resource", "Resource limit matched", 60L * i, "cpu usage of 93.1% matches resource limit [cpu usage > 80.0%]", "if cpu > 80% then alert", i)
                    : i % 180 == 5 ? actor.is("unmonitored", "Not monitored", 100) : actor);
        });
        return scene;
    }

    static Scene disaster() {
        var scene = new Scene();
        IntStream.range(0, 60).forEach(i -> scene.with(Actor.process("node-" + i).groups("cluster").fails("connection", "Connection failed", 30 + i, "failed protocol test [DEFAULT] at [10.0.0." + i + "]:443 [TCP/IP TLS] -- Connection refused",
                "if failed port 443 with ssl then restart", i)));
        return scene;
    }
}
