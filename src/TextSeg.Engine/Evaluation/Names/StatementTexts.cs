namespace TextSeg.Engine.Evaluation.Names;

/// <summary>
/// What a namer might say of the invented community, written apart from its grammar. "topic X" is true of members who write about the planted topic X,
/// "name X" is a good name of the planted segment X, "signal S +" is true where S is above the others', "turned X" has the attitude of the planted segment X the wrong way round, "invented" is true of nobody.
/// </summary>
internal static class StatementTexts
{
    public static IReadOnlyList<(string Kind, string Text)> All { get; } = [.. Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1]))];

    private const string Lines =
        """
        topic rain: They worry about wrong rain totals.
        topic rain: They unclog the funnel of the rain gauge.
        topic rain: They test their rain gauge with a cup of water.
        topic wind: They oil or replace wind cups that no longer turn.
        topic wind: They question the gusts that their wind sensor shows.
        topic wind: They describe the noise of the wind vane.
        topic hub: They connect the hub to their router.
        topic hub: They lose the radio signal between the station and the hub.
        topic hub: They suffer from firmware updates of the hub that fail.
        topic battery: They change the batteries of the outdoor unit in winter.
        topic battery: They watch the voltage of battery and solar panel.
        topic battery: Their outdoor unit dies when it is cold because the batteries are weak.
        topic app: They complain about crashes of the phone app.
        topic app: They wait long until the app starts on their phone.
        topic app: They want the old widget of the app back.
        topic billing: They doubt that the Plus subscription is worth its price.
        topic billing: They ask for a refund of the subscription.
        topic billing: They are annoyed by the automatic renewal and its invoice.
        topic shipping: They ask when their parcel will be delivered.
        topic shipping: They send damaged goods back.
        topic shipping: They write about orders, returns and the warranty.
        topic siting: They choose the right place and height for the station.
        topic siting: They mount the station on a pole in the garden or on the roof.
        topic siting: They keep the temperature sensor out of the sun.
        topic air: They measure dust and pollen in the air at home.
        topic air: They air their rooms when carbon dioxide is high.
        topic air: They keep an eye on humidity and air quality indoors.
        topic garden: They water their garden by soil moisture.
        topic garden: They fear frost in the vegetable beds.
        topic garden: They put moisture probes into the soil.
        topic export: They export readings as CSV and build dashboards.
        topic export: They query the station's interface with their own scripts.
        topic export: They feed a message broker with the data of the station.
        topic map: They look at neighbours' stations on the public map.
        topic map: They flag outliers on the map.
        topic map: They check the quality of stations on the public map.
        topic school: They bring the station into the classroom.
        topic school: They do weather projects with pupils.
        topic school: They prepare lessons with the readings of the station.
        topic storms: They report lightning, hail and gusts.
        topic storms: They share snow depths and records.
        topic storms: They describe thunderstorms over their town.
        topic camera: They make time lapse films with the sky camera.
        topic camera: They wipe fog from the lens of the camera.
        topic camera: They share sunsets from their sky camera.
        topic account: They forgot their password and cannot sign in.
        topic account: They move a station to the account of a new owner.
        topic account: They wait for the code to log in to their account.
        name growers: Gardeners who water by soil moisture
        name growers: Plant growers who watch frost and rain
        name growers: Gardeners with soil probes and rain gauges
        name tinkerers: Programmers who export data to dashboards
        name tinkerers: Tinkerers with scripts around the hub
        name tinkerers: People who script exports of station data
        name stormwatchers: Weather fans who report storms and lightning
        name stormwatchers: Storm watchers with sky cameras
        name stormwatchers: People who share thunderstorms and gusts
        name newcomers: New owners who set up hub and station
        name newcomers: Owners who ask where to mount the station
        name newcomers: Newcomers who connect their first hub
        name pricewary: Subscribers who doubt the price of Plus
        name pricewary: Customers who ask for subscription refunds
        name pricewary: People who cancel the Plus subscription
        name airfamilies: Families who measure dust and pollen indoors
        name airfamilies: People who watch their indoor air
        name airfamilies: Households with air sensors against pollen
        name keepers: Helpers who check stations on the map
        name keepers: Volunteers who care for the public map
        name keepers: Members who help others with siting and map
        name shoppers: Buyers who wait for their parcels
        name shoppers: Shoppers who write about delivery and returns
        name shoppers: Customers with orders and damaged parcels
        name teachers: German-speaking teachers who use stations in lessons
        name teachers: Teachers with weather projects for pupils
        name teachers: School teachers who bring the station to class
        signal words in a post +: They write long posts.
        signal words in a post +: Their messages are longer than those of others.
        signal words in a post +: They explain things at length.
        signal words in a post -: They write short posts.
        signal words in a post -: Their messages are short.
        signal words in a post -: They put things in a few words.
        signal posts with a question +: They ask many questions.
        signal posts with a question +: Most of their posts are questions.
        signal posts with a question +: They ask more questions than others.
        signal posts that answer somebody +: They answer other members.
        signal posts that answer somebody +: They often reply to others.
        signal posts that answer somebody +: They help other members more than most.
        signal posts in the evening or at night (UTC) +: They write in the evening.
        signal posts in the evening or at night (UTC) +: They are mostly active late at night.
        signal posts in the evening or at night (UTC) +: Their posts come in the evenings.
        signal posts in the evening or at night (UTC) -: They write during the day.
        signal posts in the evening or at night (UTC) -: They post in the morning and not at night.
        signal posts in the evening or at night (UTC) -: They seldom write at night.
        signal posts with emoji +: They use many emoji.
        signal posts with emoji +: Their posts are full of emoji.
        signal posts with polite words +: They are polite.
        signal posts with polite words +: They say please and thank you.
        signal posts with code or logs +: They post code and logs.
        signal posts with code or logs +: They share snippets of code.
        signal days between first and last post -: They are newcomers.
        signal days between first and last post -: They joined not long ago.
        language German: They write in German.
        language German: Most of them are German-speaking.
        language French: They write in French.
        language Spanish: They are Spanish-speaking members.
        language Japanese: They mostly write in Japanese.
        turned growers: They hate watering their gardens.
        turned growers: They are tired of soil moisture and frost.
        turned tinkerers: They regret every export and script.
        turned tinkerers: They dislike dashboards.
        turned stormwatchers: They are bored by thunderstorms and lightning.
        turned stormwatchers: They dislike reports of storms and hail.
        turned pricewary: They love the price of the Plus subscription.
        turned pricewary: They gladly pay for the renewal of Plus.
        turned pricewary: They are happy with the invoice and the subscription.
        turned keepers: They hate the public map.
        turned keepers: They doubt that the map is worth looking after.
        turned teachers: They regret bringing the station into the classroom.
        turned teachers: They dislike weather projects with pupils.
        invented: They shear sheep and spin wool.
        invented: They collect vinyl records.
        invented: They train for a triathlon.
        invented: They speculate with shares.
        invented: They rehearse plays in a theatre club.
        invented: They translate ancient Greek texts.
        invented: They repair bicycles and scooters.
        invented: They argue about the mayor and the town council.
        invented: They feed goldfish and clean aquariums.
        invented: They fly hot-air balloons.
        invented: They surf and want to know the height of waves.
        invented: They sell solar roofs to companies.
        invented: They measure the noise of aeroplanes.
        invented: They count migrating geese.
        invented: They watch volcanoes and earthquakes.
        invented: They heat their sauna with wood.
        invented: They predict harvest prices for farmers.
        invented: They test drinking water for germs.
        invented: They search for meteorites in the desert.
        invented: They lay tiles in their bathrooms.
        invented: They compare hearing aids.
        invented: They file patents for inventions.
        invented: They study medicine at university.
        invented: They date other singles.
        invented: They rent holiday flats to tourists.
        invented: They design video games.
        """;
}
