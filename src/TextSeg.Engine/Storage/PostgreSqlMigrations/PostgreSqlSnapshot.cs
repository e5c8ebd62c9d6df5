using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using TextSeg.Engine.Storage.Migrations;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage.PostgreSqlMigrations;

/// <summary>The model as the last migration left it: the one that SQLite has, with PostgreSQL's names and types.</summary>
[DbContext(typeof(PostgreSqlWorkspaceContext))]
public sealed class PostgreSqlSnapshot : WorkspaceSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        base.BuildModel(modelBuilder);
        modelBuilder.UseIdentityByDefaultColumns();
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ValueGenerated == ValueGenerated.OnAdd))
        {
            property.SetValueGenerationStrategy(NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        }

        DatabaseProvider.PostgreSql.Shape(modelBuilder);
    }
}
