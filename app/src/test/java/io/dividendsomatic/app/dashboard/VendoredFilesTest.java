package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class VendoredFilesTest {
    private static final Pattern LINE =
            Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| `([0-9a-f]{64})` \\|");

    @Test
    void every_file_by_others_is_listed_as_it_was_published_with_its_licence_beside_it() throws Exception {
        Map<String, String> listed = new TreeMap<>();
        LINE.matcher(new ClassPathResource("vendored/README.md").getContentAsString(StandardCharsets.UTF_8))
                .results()
                .forEach(line -> listed.put(line.group(1), line.group(5)));
        Map<String, String> there = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/static/vendor/*/*.*")) {
            String name = name(file);
            there.put(name, hash(file));
            assertThat(new ClassPathResource("static/vendor/" + name.replaceFirst("/.*", "/LICENSE")).exists())
                    .as("licence of " + name)
                    .isTrue();
        }

        assertThat(there).isNotEmpty().isEqualTo(listed);
    }

    private static String name(Resource file) throws IOException {
        String url = file.getURL().toString();
        return url.substring(url.lastIndexOf("/vendor/") + "/vendor/".length());
    }

    private static String hash(Resource file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray()));
    }
}
