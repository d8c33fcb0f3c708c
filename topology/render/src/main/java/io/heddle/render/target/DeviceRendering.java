package io.heddle.render.target;

import io.heddle.model.fabric.DeviceName;
import io.heddle.render.Gap;
import io.heddle.render.RenderedFile;
import java.util.List;

/** The files of one device, and what they do not say. */
public record DeviceRendering(DeviceName device, List<RenderedFile> files, List<Gap> gaps) {

    public DeviceRendering {
        files = List.copyOf(files);
        gaps = List.copyOf(gaps);
    }
}
