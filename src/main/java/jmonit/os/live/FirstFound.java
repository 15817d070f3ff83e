package jmonit.os.live;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds of each resource only the first: a library that wants to know of all makes Java open every jar, and keep it open. */
final class FirstFound extends ClassLoader {

    private FirstFound(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(Optional.ofNullable(getResource(name)).stream().toList());
    }

    /** For what asks the loader of its thread. */
    static <T> T during(Supplier<T> work) {
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        thread.setContextClassLoader(new FirstFound(FirstFound.class.getClassLoader()));
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }
}
