namespace TextSeg.Engine.Samples.Planting;

/// <summary>What the community of the invented weather station maker Brisella writes about.</summary>
internal static class PlantedTopics
{
    public static IReadOnlyList<PlantedTopic> All { get; } =
    [
        new("rain", "The Drop rain gauge: wrong totals, clogged funnel, calibration"),
        new("wind", "The Vane wind sensor: stuck cups, direction, noise, gust readings"),
        new("hub", "The Hearth hub: Wi-Fi, radio range, firmware that fails"),
        new("battery", "Batteries and solar panel of the outdoor unit in winter"),
        new("app", "The phone app since version 6: crashes, slow start, lost widgets"),
        new("billing", "The Plus subscription: price, renewal, refunds, invoices"),
        new("shipping", "Orders: delivery, damaged parcels, returns, warranty"),
        new("siting", "Where and how to mount: pole, height, shade, radiation shield"),
        new("air", "Dust, pollen, carbon dioxide and humidity at home: the Haze sensor"),
        new("garden", "Soil moisture, watering and frost in the garden: the Root probe"),
        new("export", "Own programs: interface, CSV export, message broker, dashboards"),
        new("map", "The public map: neighbours' stations, outliers, quality flags"),
        new("school", "The station in class: lessons, pupils, projects"),
        new("storms", "Thunderstorms, lightning counts, records, snow"),
        new("camera", "The Iris sky camera: time lapse, fogged lens, sunsets"),
        new("account", "Sign-in, passwords, codes, moving a station to a new owner"),
    ];
}
