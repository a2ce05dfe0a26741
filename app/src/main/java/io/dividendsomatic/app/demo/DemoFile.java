package io.dividendsomatic.app.demo;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One file of the demo portfolio.
 *
 * @param place below the inbox
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DemoFile(String place, byte[] content) {
    private static final String ROOT = "/demo/inbox/";

    static List<DemoFile> all() throws IOException {
        List<DemoFile> files = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + "**/*.csv")) {
            String url = resource.getURL().toString();
            files.add(new DemoFile(
                    url.substring(url.lastIndexOf(ROOT) + ROOT.length()), resource.getContentAsByteArray()));
        }
        return files;
    }

    FileId id() {
        return FileId.of(content);
    }

    /** Under its name only when it is whole. */
    void putInto(Path inbox) throws IOException {
        Path target = inbox.resolve(place);
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
