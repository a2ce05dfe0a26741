package io.dividendsomatic.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A variable {@code X_FILE} of the environment names a file that holds what {@code X} would: so a password stands in no
 * list of processes and in no unit file. Only for our own variables and the database's, because others mean a file by it.
 */
final class SecretFiles implements EnvironmentPostProcessor {
    private static final String SUFFIX = "_FILE";

    /** The name ends as Boot wants it, so that {@code DIVIDENDSOMATIC_A_B} means {@code dividendsomatic.a.b}. */
    private static final String NAME = "secret-files-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> secrets = read(environment.getSystemEnvironment());
        if (!secrets.isEmpty()) {
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(NAME, secrets));
        }
    }

    /** Throws StartRefused when a file cannot be read: a source without its password would fail later, and elsewhere. */
    static Map<String, Object> read(Map<String, Object> variables) {
        Map<String, Object> secrets = new HashMap<>();
        variables.forEach((name, file) -> {
            if (name.endsWith(SUFFIX) && isOurs(name)) {
                try {
                    secrets.put(
                            name.substring(0, name.length() - SUFFIX.length()),
                            Files.readString(Path.of(file.toString())).strip());
                } catch (IOException e) {
                    throw new StartRefused(
                            "The file that " + name + " names cannot be read: " + file,
                            "Name a file that this program may read, or take the variable away.");
                }
            }
        });
        return secrets;
    }

    private static boolean isOurs(String name) {
        return name.startsWith("DIVIDENDSOMATIC_") || name.startsWith("SPRING_DATASOURCE_");
    }
}
