package io.dividendsomatic.app.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * What must hold before anything is opened: the home folder is there and ours, and a port for administration alone, at
 * which nobody logs in, is reached by this machine only, and each setting of a source is one that is known.
 */
final class StartConditions implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String HOME = "dividendsomatic.home";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("management.server.port")) {
            onlyLoopback("management.server.address", environment.getProperty("management.server.address"));
        }
        UnknownSettings.refuse(environment);
        Home home = new Home(
                Path.of(environment.getRequiredProperty(HOME)).toAbsolutePath().normalize());
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            home = home.forDemo();
        }
        home = home.prepared();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("home", Map.of(HOME, home.folder().toString())));
        context.getBeanFactory().registerSingleton("home", home);
    }

    /** Throws StartRefused for an address that other machines reach; without an address that is every machine. */
    static void onlyLoopback(String property, @Nullable String address) {
        if (address == null || !isLoopback(address)) {
            throw new StartRefused(
                    "%s is %s, which other machines reach, and nobody has to log in there."
                            .formatted(property, address == null ? "not set" : address),
                    "Set it to 127.0.0.1, or leave management.server.port away.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
