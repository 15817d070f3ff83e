package jmonit;

import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.protocol.BuiltInProtocols;
import jmonit.service.DirectoryType;
import jmonit.service.FifoType;
import jmonit.service.FileType;
import jmonit.service.FilesystemType;
import jmonit.service.HostType;
import jmonit.service.NetworkType;
import jmonit.service.ProcessType;
import jmonit.service.ProgramType;
import jmonit.service.SystemType;

/** The words this program is born with: one line each. */
public final class BuiltIn {

    public static final Catalog CATALOG = new Catalog(
            List.of(
                    new ProcessType(),
                    new FileType(),
                    new FifoType(),
                    new DirectoryType(),
                    new FilesystemType(),
                    new HostType(),
                    new SystemType(),
                    new ProgramType(),
                    new NetworkType()),
            BuiltInProtocols.all(),
            BuiltInProtocols.dialogue());

    private BuiltIn() {
    }
}
